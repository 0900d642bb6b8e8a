import type { ArticleImage } from '../../../contract/model.ts';
import { formatCount } from '../../ui/numbers.ts';

/** How many of an article's pictures can be seen without a network; null when it has none. */
export function offlineWords(images: readonly Pick<ArticleImage, 'src'>[]): string | null {
  const all = images.length;
  const here = images.filter(({ src }) => src !== null).length;
  if (all === 0) return null;
  if (all === 1) return here === 1 ? 'Its picture is on this computer' : 'Its picture is not on this computer';
  if (here === all) return `All ${formatCount(all)} pictures are on this computer`;
  if (here === 0) return `None of ${formatCount(all)} pictures is on this computer`;
  return `${formatCount(here)} of ${formatCount(all)} pictures ${here === 1 ? 'is' : 'are'} on this computer`;
}
