import type { FeedCandidate } from '../../contract/feed-look.ts';

export const feedLink = (url: string, title: string | null = null): FeedCandidate => ({ url, title, kind: 'feed' });
export const commentsLink = (url: string, title: string | null = null): FeedCandidate => ({
  url,
  title,
  kind: 'comments',
});

/** Each once, whatever its scheme and the slash at its end; feeds of comments behind the others. */
export function inOrder(links: readonly FeedCandidate[]): readonly FeedCandidate[] {
  const once = new Map<string, FeedCandidate>();
  for (const link of links) {
    const key = link.url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/(?=$|\?)/, '');
    const before = once.get(key);
    if (!before) once.set(key, link);
    else if (before.title === null && link.title !== null) once.set(key, { ...before, title: link.title });
  }
  const all = [...once.values()];
  return [...all.filter(({ kind }) => kind === 'feed'), ...all.filter(({ kind }) => kind === 'comments')];
}
