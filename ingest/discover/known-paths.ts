/** Where feeds mostly are that no page names, the likeliest first. */
const NAMES = ['feed', 'rss', 'atom.xml', 'feed.xml', 'index.xml', 'rss.xml', 'feed.json', '.rss'];
/** Below a folder of a site: a blog that is a part of it. */
const NAMES_BELOW = ['feed', 'index.xml', 'atom.xml'];

/** Addresses worth a try where nothing else was found: few, and all on the same host. */
export function knownPaths(pageUrl: string): readonly string[] {
  const url = URL.parse(pageUrl);
  if (!url) return [];
  const folder = url.pathname.replace(/[^/]*\.[a-z]{2,5}$/i, '').replace(/\/*$/, '/');
  const below = folder === '/' ? [] : NAMES_BELOW.map((name) => `${url.origin}${folder}${name}`);
  return [...below, ...NAMES.map((name) => `${url.origin}/${name}`)];
}
