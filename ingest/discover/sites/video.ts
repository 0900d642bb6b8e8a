import { feedLink } from '../links.ts';
import type { Site } from './site.ts';

const CHANNEL = /^UC[\w-]{22}$/;
/** Lists that somebody made; what the service puts together for one person (`RD`, `WL`) has no feed. */
const PLAYLIST = /^(?:PL|UU|FL|OL)[\w-]{10,}$/;

const FEED = 'https://www.youtube.com/feeds/videos.xml';
const ofChannel = (id: string) => feedLink(`${FEED}?channel_id=${id}`);
const ofPlaylist = (id: string) => feedLink(`${FEED}?playlist_id=${id}`);

const isYoutube = (host: string): boolean =>
  /^(?:music\.)?(?:youtube\.com|youtube-nocookie\.com)$/.test(host) || host === 'youtu.be';

/** A channel by its id and a list are known at once; who is behind an `@handle` only the page says. */
export const youtube: Site = {
  feedsOf({ host, path: [kind, name], url }) {
    if (!isYoutube(host)) return null;
    const list = url.searchParams.get('list');
    if (list !== null && PLAYLIST.test(list)) return [ofPlaylist(list)];
    if (kind === 'channel' && name !== undefined && CHANNEL.test(name)) return [ofChannel(name)];
    if (kind === 'user' && name !== undefined) return [feedLink(`${FEED}?user=${name}`)];
    return [];
  },
};

/** The channel that a page of YouTube is about: its feed, which the page may not link to. */
export function channelOnPage(html: string, url: URL): ReturnType<typeof feedLink> | null {
  if (!isYoutube(url.hostname.toLowerCase().replace(/^(?:www|m)\./, ''))) return null;
  const stated =
    /itemprop="(?:channelId|identifier)"\s+content="(UC[\w-]{22})"/.exec(html) ??
    /"externalId":"(UC[\w-]{22})"/.exec(html) ??
    /<link\s+rel="canonical"\s+href="https:\/\/www\.youtube\.com\/channel\/(UC[\w-]{22})"/.exec(html) ??
    /"channelId":"(UC[\w-]{22})"/.exec(html);
  return stated?.[1] === undefined ? null : ofChannel(stated[1]);
}

export const vimeo: Site = {
  feedsOf({ host, path: [first, name] }) {
    if (host !== 'vimeo.com' || first === undefined || /^\d+$/.test(first)) return null;
    if (first === 'channels' || first === 'groups')
      return name === undefined ? null : [feedLink(`https://vimeo.com/${first}/${name}/videos/rss`)];
    return VIMEO_PAGES.has(first) ? null : [feedLink(`https://vimeo.com/${first}/videos/rss`)];
  },
};

const VIMEO_PAGES = new Set(
  'about blog categories features help join log_in ondemand search showcase watch'.split(' '),
);
