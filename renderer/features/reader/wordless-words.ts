import type { ArticleDetail } from '../../../contract/model.ts';

/** Why an article has nothing to read; null for one that has, and for one whose file does not say. */
export function wordlessWords({
  text,
  originalName,
  offline,
}: Pick<ArticleDetail, 'text' | 'originalName' | 'offline'>): string | null {
  if (offline === 'address') return 'Only the address was kept. The text is not on this computer.';
  return text === '' && /\.pdf$/i.test(originalName)
    ? 'This PDF has no text: it is a scan. Its original is kept as it came.'
    : null;
}
