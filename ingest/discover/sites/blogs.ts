import { commentsLink, feedLink } from '../links.ts';
import type { Site } from './site.ts';

/** What stands before the name of a service in a host of its own: `paper` in `paper.substack.com`. */
const nameAt = (host: string, service: string): string | null =>
  host.endsWith(`.${service}`) ? host.slice(0, -service.length - 1) : null;

export const substack: Site = {
  feedsOf({ host, path, url }) {
    const name = nameAt(host, 'substack.com');
    return name === null || path[0] === 'feed' ? null : [feedLink(`${url.origin}/feed`)];
  },
};

export const medium: Site = {
  feedsOf({ host, path, url }) {
    const [first, second] = path;
    if (nameAt(host, 'medium.com') !== null) return first === 'feed' ? null : [feedLink(`${url.origin}/feed`)];
    if (host !== 'medium.com' || first === undefined || MEDIUM_PAGES.has(first)) return null;
    if (first === 'tag') return second === undefined ? null : [feedLink(`https://medium.com/feed/tag/${second}`)];
    return [feedLink(`https://medium.com/feed/${first}`)];
  },
};

const MEDIUM_PAGES = new Set('feed m me p about membership new-story search topics'.split(' '));

export const wordpress: Site = {
  feedsOf({ host, path, url }) {
    if (nameAt(host, 'wordpress.com') === null || path.includes('feed')) return null;
    const [kind, name] = path;
    const posts = feedLink(`${url.origin}/feed/`);
    const comments = commentsLink(`${url.origin}/comments/feed/`, 'Comments');
    const isPart = (kind === 'category' || kind === 'tag' || kind === 'author') && name !== undefined;
    return isPart
      ? [feedLink(`${url.origin}/${kind}/${name}/feed/`, decodeURIComponent(name)), posts, comments]
      : [posts, comments];
  },
};

export const blogger: Site = {
  feedsOf({ host, path, url }) {
    if (!/\.blogspot\.(?:com?\.)?[a-z]{2,3}$/.test(host) || path[0] === 'feeds') return null;
    const feeds = `${url.origin}/feeds`;
    const label = path[0] === 'search' && path[1] === 'label' ? path[2] : undefined;
    return [
      ...(label === undefined ? [] : [feedLink(`${feeds}/posts/default/-/${label}`, decodeURIComponent(label))]),
      feedLink(`${feeds}/posts/default`),
      commentsLink(`${feeds}/comments/default`, 'Comments'),
    ];
  },
};

export const tumblr: Site = {
  feedsOf({ host, path, url }) {
    const name = nameAt(host, 'tumblr.com');
    if (name !== null) {
      if (path.at(-1) === 'rss') return null;
      return path[0] === 'tagged' && path[1] !== undefined
        ? [feedLink(`${url.origin}/tagged/${path[1]}/rss`, decodeURIComponent(path[1])), feedLink(`${url.origin}/rss`)]
        : [feedLink(`${url.origin}/rss`)];
    }
    const [first, second] = path;
    const blog = first === 'blog' && second !== 'view' ? second : first;
    return host === 'tumblr.com' && blog !== undefined && /^[\w-]+$/.test(blog) && !TUMBLR_PAGES.has(blog)
      ? [feedLink(`https://${blog}.tumblr.com/rss`)]
      : null;
  },
};

const TUMBLR_PAGES = new Set(
  'about blog communities dashboard explore help login policy register search tagged'.split(' '),
);

export const devTo: Site = {
  feedsOf({ host, path }) {
    const [first, second] = path;
    if (host !== 'dev.to' || first === undefined || first === 'feed') return null;
    if (first === 't') return second === undefined ? null : [feedLink(`https://dev.to/feed/tag/${second}`)];
    return [feedLink(`https://dev.to/feed/${first}`)];
  },
};

export const arxiv: Site = {
  feedsOf({ host, path: [kind, subject] }) {
    return host === 'arxiv.org' && kind === 'list' && subject !== undefined
      ? [feedLink(`https://rss.arxiv.org/rss/${subject}`, subject)]
      : null;
  },
};
