import type { PageRule } from '../../../contract/feed-look.ts';
import { decode } from '../../detect/charset.ts';
import { refused } from '../../refused.ts';
import type { Payload, Refusal } from '../../types.ts';
import { pickedPage, titleOfPage } from './page.ts';
import { itemsBy } from './page-rule.ts';

/**
 * A fetched page written as the feed it might have had, to be read as any other.
 * @returns a refusal when the rule finds nothing any more, so that a site that was rebuilt is noticed
 */
export function pageAsFeed(fetched: Payload, rule: PageRule): Payload | Refusal {
  const url = fetched.url ?? '';
  const page = pickedPage(decode(fetched.bytes, fetched.mediaType, true).text, url);
  if (!page) return refused('too-large', 'The page is too large to be read as a list');
  const items = itemsBy(rule, page).map(({ title, url: link, dated }) => ({
    id: link,
    url: link,
    title,
    ...(dated === null ? {} : { date_published: dated }),
  }));
  if (items.length === 0)
    return refused('malformed', 'The page has changed: nothing is left of the list that was picked on it');
  const language = page.document.documentElement.getAttribute('lang');
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOfPage(page) ?? new URL(url).host,
    home_page_url: url,
    ...(language ? { language } : {}),
    items,
  };
  return {
    ...fetched,
    name: 'feed.json',
    mediaType: 'application/feed+json; charset=utf-8',
    bytes: new TextEncoder().encode(JSON.stringify(feed)),
  };
}
