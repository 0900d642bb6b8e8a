import type { ArticleEnclosure, EnclosureAmount } from '../../../contract/enclosures.ts';
import { formatSize } from '../../ui/numbers.ts';

/** What a file is called: as its address ends. */
export function enclosureName({ url }: Pick<ArticleEnclosure, 'url'>): string {
  const parsed = URL.parse(url);
  const last = parsed?.pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last) || (parsed?.hostname ?? url);
  } catch {
    return last;
  }
}

/** What kind of file it is, how long and how large, as far as that is known. */
export function enclosureWords({
  mediaType,
  durationSeconds,
  sizeBytes,
}: Pick<ArticleEnclosure, 'mediaType' | 'durationSeconds' | 'sizeBytes'>): string {
  const kind = mediaType?.split('/')[0] ?? '';
  return [
    KINDS[kind] ?? (mediaType === 'application/pdf' ? 'PDF' : null),
    durationSeconds === null || durationSeconds <= 0 ? null : clock(durationSeconds),
    sizeBytes === null || sizeBytes <= 0 ? null : formatSize(sizeBytes),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** How much of a file is here. */
export const amountWords = ({ receivedBytes, totalBytes }: EnclosureAmount): string =>
  totalBytes === null ? formatSize(receivedBytes) : `${formatSize(receivedBytes)} of ${formatSize(totalBytes)}`;

const KINDS: Readonly<Record<string, string>> = { audio: 'Sound', video: 'Film' };

function clock(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), (seconds % 3600) / 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${Math.floor(minutes)}:${two(seconds % 60)}`;
}
