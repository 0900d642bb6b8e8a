import type { FeedPreview } from '../../../contract/feed-look.ts';
import { frequencyWords } from '../../../contract/frequency.ts';
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
    entriesPerWeek !== null && frequencyWords(entriesPerWeek, formatCount),
    entryCount === 0 ? 'nothing in it now' : `${countOf(entryCount, 'article')} in it now`,
    hasPictures && 'pictures',
    hasAudio && 'audio',
  ];
  return words.filter((word) => typeof word === 'string' && word !== '').join(' · ');
}
