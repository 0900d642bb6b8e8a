import type { FeedPreview } from '../../../contract/feed-look.ts';
import { countOf, formatCount } from '../../ui/numbers.ts';

const CONTENT = {
  full: 'Brings whole articles',
  summaries: 'Brings the beginnings of articles',
  titles: 'Brings titles only',
} as const;

/** What one gets by subscribing, in a line: `Brings whole articles · 3 a week · 20 articles in it now`. */
export function previewWords({ content, entriesPerWeek, entryCount, hasPictures, hasAudio }: FeedPreview): string {
  const words = [
    content && CONTENT[content],
    often(entriesPerWeek),
    entryCount === 0 ? 'nothing in it now' : `${countOf(entryCount, 'article')} in it now`,
    hasPictures && 'pictures',
    hasAudio && 'audio',
  ];
  return words.filter((word) => typeof word === 'string' && word !== '').join(' · ');
}

function often(perWeek: number | null): string | null {
  if (perWeek === null) return null;
  if (perWeek >= 10.5) return `${formatCount(Math.round(perWeek / 7))} a day`;
  if (perWeek >= 0.95) return `${formatCount(Math.round(perWeek))} a week`;
  return `${formatCount(Math.max(1, Math.round(perWeek * 4.3)))} a month`;
}
