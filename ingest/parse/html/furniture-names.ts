import type { PageElement } from './dom.ts';

/** What pages call the parts around an article, in the names they give their elements: words, in order, apart from one another. */
const ANY_SIZE = namesOf(
  'share|sharing|shares|sharebar|share bar|social|socials|social share|social media|related|relateds|related posts|relatedposts|related articles|recommended|recommendations|recommendation|recommends|' +
    'newsletter|newsletters|subscribe|subscription|subscriptions|signup|sign up|' +
    'breadcrumb|breadcrumbs|pagination|pager|sidebar|side bar|advert|adverts|advertisement|advertising|advertorial|ad|ads|adslot|ad slot|banner|sponsor|sponsored|sponsors|' +
    'popup|overlay|lightbox|navbar|nav|navigation|navi|menu|submenu|site footer|page footer|site header|masthead|skip link|skip links|most read|most popular|mostread|popular|trending|' +
    'more stories|more news|more articles|more from|read more|readmore|read next|read also|see also|also read|tag cloud|tagcloud|carousel|register|donate|donation|donations|' +
    'recirculation|recirc|outro|up next|next article|prev next|post navigation|ticker|follow us|survey|poll|quiz|author bio|author box|authorbox|author info|about author|about the author|bio|biography|' +
    'prev article|popular posts|latest news|latest posts|post footer|entry footer|article footer|footer meta|similar|teasers|teaser list|linklist|link list|crosslinks|promo|promos|promotion|cta|call to action|disclaimer',
);

/** Nobody calls a story so, however much there is of it. */
const NEVER_STORY = namesOf(
  'comments|comment|commentlist|comment list|comments area|respond|disclosure comments|cookie|cookies|cookiebar|consent|gdpr|modal|login|signin|login panel|dialog login|registration',
);

/** These stand for pieces of a story too; only short ones are furniture. */
const SHORT = namesOf(
  'meta|metadata|entry meta|post meta|article meta|byline|author|authors|posted on|published|publish date|pubdate|post date|entry date|dateline date|date|datum|timestamp|time|updated|tags|tag|taglist|tag list|tags links|keywords|categories|category|cat links|' +
    'print|rating|ratings|vote|votes|toolbar|tools|widget|teaser|reading time|readtime|views|counter|copyright|edit link|permalink|credits|license|kicker|eyebrow|overline|hidden|sr only|visually hidden|screen reader text|screen reader|invisible|' +
    'player|video|audio|gallery nav|slider nav|button|buttons|btn|actions|toc|table of contents|submitted|breaking|live|topics|topic|source|note',
);

function namesOf(list: string): RegExp {
  const names = list.split('|').toSorted((a, b) => b.length - a.length);
  return new RegExp(` (?:${names.join('|')})(?= )`);
}

export type FurnitureName = 'never-story' | 'any-size' | 'short' | null;

/** Names that say what an element has, or what its words are about, not what it is. */
const OTHER = /(?:^|\s)(?:tag|category|cat|topic|has|is|no|not|with|without|use|js|post|type|status|format)[-_]\S*/gi;

/** The names of an element as words, with a space around each. */
export function furnitureWords(element: PageElement): string {
  const stated = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, MOST_NAMES);
  const own = stated.replace(OTHER, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return ` ${own
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;
}

const MOST_NAMES = 600;

/** What the names of an element say of it. */
export function furnitureName(element: PageElement): FurnitureName {
  const words = furnitureWords(element);
  if (NEVER_STORY.test(words)) return 'never-story';
  if (ANY_SIZE.test(words)) return 'any-size';
  return SHORT.test(words) ? 'short' : null;
}
