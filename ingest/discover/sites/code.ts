import type { FeedCandidate } from '../../../contract/feed-look.ts';
import { feedLink } from '../links.ts';
import type { Site, SiteAddress } from './site.ts';

/** First parts of paths that are pages of the service and no names of people. */
const NO_NAMES = new Set(
  'about apps blog collections contact customer-stories dashboard enterprise events explore features groups help issues join login logout marketplace new notifications orgs organizations pricing projects pulls readme search security settings signup sponsors stars team topics trending users'.split(
    ' ',
  ),
);

const RELEASES = 'Releases';
const TAGS = 'Tags';

/** The one that belongs to the page somebody looked at comes first. */
const firstOf = (links: readonly FeedCandidate[], title: string | undefined): readonly FeedCandidate[] =>
  title === undefined ? links : links.toSorted((a, b) => Number(b.title === title) - Number(a.title === title));

const commitsOf = (branch: string | undefined): string =>
  branch === undefined ? 'Commits' : `Commits to ${decodeURIComponent(branch)}`;

export const github: Site = {
  feedsOf({ host, path }) {
    const [owner, name, kind, branch] = path;
    if (host !== 'github.com' || owner === undefined || NO_NAMES.has(owner) || isFile(path)) return null;
    if (name === undefined) return [feedLink(`https://github.com/${owner}.atom`, 'Activity')];
    const repository = `https://github.com/${owner}/${name.replace(/\.git$/, '')}`;
    const onBranch = kind === 'commits' || kind === 'tree' ? branch : undefined;
    const commits = commitsOf(onBranch);
    return firstOf(
      [
        feedLink(`${repository}/releases.atom`, RELEASES),
        feedLink(`${repository}/commits${onBranch === undefined ? '' : `/${onBranch}`}.atom`, commits),
        feedLink(`${repository}/tags.atom`, TAGS),
        ...(kind === 'discussions' ? [feedLink(`${repository}/discussions.atom`, 'Discussions')] : []),
      ],
      { commits, tree: commits, tags: TAGS, discussions: 'Discussions' }[kind ?? ''],
    );
  },
};

export const gitlab: Site = {
  feedsOf({ host, path, url }) {
    if (!/^gitlab\./.test(host) || path.length === 0 || NO_NAMES.has(path[0] ?? '') || isFile(path)) return null;
    const dash = path.indexOf('-');
    const project = `${url.origin}/${path.slice(0, dash < 0 ? undefined : dash).join('/')}`;
    const activity = feedLink(`${project}.atom`, 'Activity');
    const [kind, branch] = dash < 0 ? [] : path.slice(dash + 1);
    if (dash < 0 && path.length === 1) return [activity];
    const onBranch = kind === 'commits' || kind === 'tree' ? branch : undefined;
    const commits = commitsOf(onBranch);
    return firstOf(
      [
        activity,
        feedLink(`${project}/-/tags?format=atom`, TAGS),
        ...(onBranch === undefined ? [] : [feedLink(`${project}/-/commits/${onBranch}?format=atom`, commits)]),
      ],
      { commits, tree: commits, tags: TAGS }[kind ?? ''],
    );
  },
};

export const forgejo: Site = {
  feedsOf({ host, path, url }) {
    const [owner, name, kind, where, branch] = path;
    if (!/^(?:codeberg\.org|gitea\.com)$/.test(host) || owner === undefined || NO_NAMES.has(owner) || isFile(path))
      return null;
    if (name === undefined) return [feedLink(`${url.origin}/${owner}.rss`, 'Activity')];
    const repository = `${url.origin}/${owner}/${name}`;
    const onBranch = where === 'branch' ? branch : undefined;
    const commits = commitsOf(onBranch);
    return firstOf(
      [
        feedLink(`${repository}/releases.rss`, RELEASES),
        feedLink(`${repository}/tags.rss`, TAGS),
        ...(onBranch === undefined ? [] : [feedLink(`${repository}/rss/branch/${onBranch}`, commits)]),
        feedLink(`${repository}.rss`, 'Activity'),
      ],
      { commits, src: onBranch && commits, tags: TAGS }[kind ?? ''],
    );
  },
};

export const pypi: Site = {
  feedsOf({ host, path: [kind, name] }) {
    return host === 'pypi.org' && kind === 'project' && name !== undefined
      ? [feedLink(`https://pypi.org/rss/project/${name}/releases.xml`, RELEASES)]
      : null;
  },
};

/** It names a feed itself. */
const isFile = (path: SiteAddress['path']): boolean => /\.(?:atom|rss)$/.test(path.at(-1) ?? '');
