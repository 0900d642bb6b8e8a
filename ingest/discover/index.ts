import type { FeedCandidate, FeedPreview } from '../../contract/feed-look.ts';
import { decode } from '../detect/charset.ts';
import { readFeed } from '../feed/index.ts';
import { feedsOfPage } from './page-links.ts';
import { previewOf } from './preview.ts';
import { channelOnPage } from './sites/video.ts';

/** What an address answered. */
export interface Answer {
  readonly bytes: Uint8Array;
  /** Content-Type with parameters. */
  readonly mediaType: string | null;
  /** Where it came from in the end. */
  readonly url: string;
}

/** What an answer is to somebody who looks for feeds. */
export type Discovered =
  | { readonly kind: 'feed'; readonly preview: FeedPreview }
  | {
      readonly kind: 'page';
      readonly declared: readonly FeedCandidate[];
      readonly linked: readonly FeedCandidate[];
      readonly asksForPassword: boolean;
    }
  | { readonly kind: 'other' };

/** Tells a feed from a page, and says what each has to say. */
export function discover(answer: Answer): Discovered {
  const text = textOf(answer);
  if (text === null) return { kind: 'other' };
  if (!isPage(text)) {
    const feed = readFeed(text, answer.url);
    if (feed) return { kind: 'feed', preview: previewOf(feed, answer.url) };
    if (!/<(?:a|link|p|div)[\s>]/i.test(text)) return { kind: 'other' };
  }
  const { declared, linked } = feedsOfPage(text, answer.url);
  const channel = declared.length > 0 ? null : channelOnPage(text, new URL(answer.url));
  return {
    kind: 'page',
    declared: channel ? [channel] : declared,
    linked,
    asksForPassword: /<input[^>]{1,500}type\s*=\s*["']?password/i.test(text),
  };
}

const isPage = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(text.slice(0, 20_000));

/** Null for bytes that are no text: pictures, archives. */
function textOf({ bytes, mediaType }: Answer): string | null {
  const { text } = decode(bytes, mediaType, true);
  return text.slice(0, 4_096).includes('\u0000') ? null : text;
}
