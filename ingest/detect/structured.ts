import type { Format } from '../types.ts';

/** What may stand before the root: declarations, comments, a DOCTYPE with what it declares, stray text. */
const BEFORE_ROOT = /^(?:[^<]|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>|<!(?!--)[^>]*>)*/i;
const ROOT = /^<([a-z_][\w.-]*:)?([a-z_][\w.-]*)((?:[^>"']|"[^"]*"|'[^']*')*)/i;
const LOOKED_AT = 100_000;

/** Which format a text in XML is; null for those that hold no article. */
export function formatOfXml(text: string): Format | null {
  const start = text.slice(0, LOOKED_AT);
  const [, , name = '', attributes = ''] = ROOT.exec(start.slice(BEFORE_ROOT.exec(start)?.[0].length ?? 0)) ?? [];
  switch (name.toLowerCase()) {
    case 'rss':
    case 'feed':
      return 'feed';
    case 'rdf':
      return /<(?:\w+:)?(?:channel|item)[\s>]/.test(text) ? 'feed' : null;
    case 'channel':
      return 'feed';
    case 'entry':
      return /w3\.org\/2005\/atom|purl\.org\/atom/i.test(attributes) ? 'feed' : null;
    default:
      return null;
  }
}

/** Which format a text in JSON is; null for those that hold no article. */
export function formatOfJson(text: string): Format | null {
  const start = text.slice(0, LOOKED_AT);
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\b/i.test(start)) return 'feed';
  return /"(?:home_page_url|feed_url)"\s*:/.test(start) && /"items"\s*:\s*\[/.test(text) ? 'feed' : null;
}
