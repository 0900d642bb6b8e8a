import type { Format } from '../types.ts';

/** Formats by the local name of their root. Those of news that hold no article are named too, so that it can be said what they are. */
const BY_ROOT: ReadonlyMap<string, Format> = new Map<string, Format>([
  ...(['rss', 'feed', 'channel'] as const).map((name) => [name, 'feed'] as const),
  ['opml', 'opml'],
  ['nitf', 'nitf'],
  ...'newsItem packageItem newsMessage conceptItem knowledgeItem planningItem catalogItem contentSet contentMeta groupSet'
    .split(' ')
    .map((name) => [name, 'newsml-g2'] as const),
  ['NewsML', 'newsml-1'],
  ['NewsItem', 'newsml-1'],
]);

/** Which format a text in XML is; null for those that hold no article. */
export function formatOfXml(text: string): Format | null {
  const { name, tag } = rootOf(text);
  const known = BY_ROOT.get(name) ?? BY_ROOT.get(name.toLowerCase());
  if (known !== undefined) return known;
  switch (name.toLowerCase()) {
    case 'rdf':
      return /<(?:\w+:)?(?:channel|item)[\s>]/.test(text) ? 'feed' : null;
    case 'entry':
      return /w3\.org\/2005\/atom|purl\.org\/atom/i.test(tag) ? 'feed' : null;
    case 'document':
      return tag.includes('application/vnd.oasis.opendocument.text') ? 'odt' : null;
    default:
      return null;
  }
}

const LONGEST_TAG = 20_000;
const TAG = /^<(?:[a-z_][\w.-]*:)?([a-z_][\w.-]*)(?:[^>"']|"[^"]*"|'[^']*')*/i;

/** The first tag and its local name, behind declarations, comments and a DTD. Linear. */
function rootOf(text: string): { readonly name: string; readonly tag: string } {
  let at = text.indexOf('<');
  while (at >= 0) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at + 2);
    else if (text.startsWith('<!', at)) at = afterDtd(text, at);
    else {
      const [tag = '', name = ''] = TAG.exec(text.slice(at, at + LONGEST_TAG)) ?? [];
      return { name, tag };
    }
    at = text.indexOf('<', at);
  }
  return { name: '', tag: '' };
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** What a DTD declares itself stands in brackets. */
function afterDtd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  if (bracket < 0 || (end >= 0 && end < bracket)) return end < 0 ? text.length : end + 1;
  const close = /\]\s*>/g;
  close.lastIndex = bracket;
  return close.exec(text) ? close.lastIndex : text.length;
}

const LOOKED_AT = 200_000;
const NINJS_KEY =
  /"(?:versioncreated|versionCreated|pubstatus|pubStatus|headlines?|eventDetails|body_(?:text|html|xhtml)|bodies)"\s*:/;

/** Which format a text in JSON is; null for those that hold no article. */
export function formatOfJson(text: string): Format | null {
  const start = text.slice(0, LOOKED_AT);
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\b/i.test(start)) return 'feed';
  if (/"(?:home_page_url|feed_url)"\s*:/.test(start) && /"items"\s*:\s*\[/.test(text)) return 'feed';
  return /"uri"\s*:\s*"/.test(start) && NINJS_KEY.test(start) ? 'ninjs' : null;
}
