import type { ArticleDetail } from '../../../contract/model.ts';

/** Why an article has nothing to read; null for one that has, and for one whose file does not say. */
export function wordlessWords({ text, originalName }: Pick<ArticleDetail, 'text' | 'originalName'>): string | null {
  return text === '' && /\.pdf$/i.test(originalName)
    ? 'This PDF has no text: it is a scan. Its original is kept as it came.'
    : null;
}
