import type { BodyBeginning, BodyHead, BodyTaker } from './fetcher.ts';
import { Refusal } from './refusal.ts';
import { changeValidatorOf, isStrongTag } from './said.ts';
import { withoutSecrets } from './secrets.ts';
import { tooLarge } from './unpack.ts';

type Header = (name: string) => string | null;
/** Takes a piece of a body; what follows is not read before it resolves. */
export type Take = (piece: Uint8Array) => Promise<void> | void;

/** Where a body goes, as far as it is wanted. */
export interface Reception {
  /** What is asked for beyond the address itself. */
  headersFor(url: URL): Readonly<Record<string, string>>;
  /** Looks at the head of an answer that is well. @returns null when its body is not wanted */
  open(url: URL, status: number, header: Header): Promise<Take | null>;
  /** Whether the answer was no continuation of what is here, so that all of it must be asked for. It is from then on. */
  wantsAllInstead(status: number): boolean;
}

/** Takes bodies that are handed over whole. */
export function createGathering(headers: Readonly<Record<string, string>>) {
  let pieces: Uint8Array[] = [];
  const reception: Reception = {
    headersFor: () => headers,
    async open() {
      pieces = [];
      return (piece) => {
        pieces.push(piece);
      };
    },
    wantsAllInstead: () => false,
  };
  return { reception, bytes: (): Uint8Array => joined(pieces) };
}

/**
 * Hands a body over as it comes, and asks for the rest of one that is here in part: only of the address that gave the beginning, and only if
 * that has not changed.
 */
export function createHandingOver(into: BodyTaker, beginning: BodyBeginning | null, maxBytes: number): Reception {
  let rest = beginning;
  let isRestAsked = false;
  let isRestRefused = false;

  /** @throws Refusal */
  const begin = async (head: BodyHead): Promise<Take> => {
    if (head.totalBytes !== null && head.totalBytes > maxBytes) throw tooLarge(maxBytes);
    let size = head.from;
    await kept(into.begin(head));
    return async (piece) => {
      size += piece.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      if (head.totalBytes !== null && size > head.totalBytes)
        throw new Refusal('too-large', 'The answer is longer than it says.');
      await kept(into.take(piece));
    };
  };

  return {
    headersFor(url) {
      isRestAsked = rest !== null && isOf(rest, url);
      // What was packed has no bytes that could be counted off.
      const identity = { 'accept-encoding': 'identity' };
      return isRestAsked && rest
        ? { ...identity, range: `bytes=${rest.bytes}-`, 'if-range': rest.validator }
        : identity;
    },
    async open(url, status, header) {
      const of = { url: withoutSecrets(url), mediaType: header('content-type') };
      const isPacked = !/^(?:identity)?$/i.test(header('content-encoding')?.trim() ?? '');
      if (status === 206) {
        const total = rest && isRestAsked && !isPacked ? wholeOf(rest, header) : null;
        if (total === null || !rest) {
          isRestRefused = isRestAsked;
          if (isRestAsked) return null;
          throw new Refusal('http', 'The answer is a part of it that nobody asked for (206).');
        }
        return begin({ ...of, from: rest.bytes, totalBytes: total, validator: rest.validator });
      }
      if (status === 204 || status === 205) throw new Refusal('http', `The answer has nothing in it (${status}).`);
      const length = header('content-length');
      return begin({
        ...{ ...of, from: 0, validator: isPacked ? null : changeValidatorOf(header) },
        totalBytes: isPacked || !/^\d{1,15}$/.test(length ?? '') ? null : Number(length),
      });
    },
    wantsAllInstead(status) {
      if (!isRestAsked || !(isRestRefused || status === 416)) return false;
      rest = null;
      isRestRefused = false;
      return true;
    },
  };
}

/** Signed addresses differ each time in what follows the path: a tag tells all the same, a date would not. */
function isOf({ url, validator }: BodyBeginning, asked: URL): boolean {
  const here = withoutSecrets(asked);
  return here === url || (isStrongTag(validator) && withoutQuery(here) === withoutQuery(url));
}

const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');

/** How long all of it is, when an answer goes on where a beginning ends; null when it does not. */
function wholeOf({ bytes, totalBytes, validator }: BodyBeginning, header: Header): number | null {
  const [, first, last, whole] =
    /^bytes\s+(\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(header('content-range') ?? '') ?? [];
  if (first === undefined || Number(first) !== bytes || Number(last) < bytes) return null;
  const total = whole === '*' ? totalBytes : Number(whole);
  // One that ends before the end is taken all the same: what is lacking then is asked for the next time.
  if (total === null || Number(last) >= total || (totalBytes !== null && total !== totalBytes)) return null;
  // Some servers send the rest of another version all the same, and say so.
  const said = header(isStrongTag(validator) ? 'etag' : 'last-modified');
  return said !== null && said !== validator ? null : total;
}

/** A body that cannot be kept need not be read. */
const kept = (keeping: Promise<void>): Promise<void> =>
  keeping.catch((error: unknown) => {
    throw new Refusal('cancelled', 'What came could not be kept.', { cause: error });
  });

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
