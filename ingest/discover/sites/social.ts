import { feedLink } from '../links.ts';
import type { Site } from './site.ts';

const REDDIT = 'https://www.reddit.com';

export const reddit: Site = {
  feedsOf({ host, path, url }) {
    if (!/^(?:(?:old|new|np|i|sh)\.)?reddit\.com$/.test(host) || path.at(-1)?.endsWith('.rss')) return null;
    const [kind, name, third, fourth] = path;
    if (kind === undefined) return [feedLink(`${REDDIT}/.rss`)];
    if (name === undefined) return null;
    if (kind === 'r') {
      const subreddit = `${REDDIT}/r/${name}`;
      const whole = feedLink(`${subreddit}/.rss`, `r/${name}`);
      if (third === 'comments' && fourth !== undefined)
        return [whole, { ...feedLink(`${subreddit}/comments/${fourth}/.rss`), kind: 'comments' }];
      const sorted = third !== undefined && /^(?:new|top|hot|rising|controversial)$/.test(third) ? `/${third}` : '';
      const time = url.searchParams.get('t');
      return sorted === ''
        ? [whole]
        : [feedLink(`${subreddit}${sorted}/.rss${time && /^\w+$/.test(time) ? `?t=${time}` : ''}`, `r/${name}`)];
    }
    if (kind !== 'user' && kind !== 'u') return kind === 'domain' ? [feedLink(`${REDDIT}/domain/${name}/.rss`)] : null;
    return third === 'm' && fourth !== undefined
      ? [feedLink(`${REDDIT}/user/${name}/m/${fourth}/.rss`, fourth)]
      : [feedLink(`${REDDIT}/user/${name}/.rss`, `u/${name}`)];
  },
};

export const bluesky: Site = {
  feedsOf({ host, path: [kind, name, third] }) {
    return host === 'bsky.app' && kind === 'profile' && name !== undefined && third !== 'rss'
      ? [feedLink(`https://bsky.app/profile/${name}/rss`)]
      : null;
  },
};

/** Servers of the fediverse are anybody's: told by the shape of a profile's address alone, so this comes behind all others. */
export const fediverse: Site = {
  feedsOf({ path, url }) {
    const [first = '', second] = path;
    const [, name, elsewhere] =
      /^@([\w.-]+?)(?:@([\w.-]+\.\w{2,}))?$/.exec(first === 'web' ? (second ?? '') : first) ?? [];
    if (name === undefined || /\.(?:rss|atom|json)$/i.test(name)) {
      return first === 'users' && second !== undefined && path.length === 2 && !/\.(?:rss|atom)$/i.test(second)
        ? [feedLink(`${url.origin}/users/${second}.rss`)]
        : null;
    }
    return [feedLink(`${elsewhere === undefined ? url.origin : `https://${elsewhere}`}/@${name}.rss`)];
  },
};

export const hackerNews: Site = {
  feedsOf({ host, path }) {
    return host === 'news.ycombinator.com' && path[0] !== 'rss' ? [feedLink('https://news.ycombinator.com/rss')] : null;
  },
};
