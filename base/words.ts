/** A word of a text as the index knows it, and where it stands in the text as written. */
export interface Token {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** What the index is given for an article: as `indexText` has it. The body is UTF-8: bytes go from thread to thread beside their heaps, which strings would fill. */
export interface IndexWords {
  readonly title: string;
  readonly byline: string;
  readonly body: Uint8Array;
}

/** Scripts written without spaces between words; Korean has spaces and is left to them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Beyond the alphabets and what stands between their letters. */
const MAY_BE_UNSPACED = /[^\0-\u0DFF\u2000-\u206F]/;

/** A stretch of word characters beyond ASCII (joiners and soft hyphens inside words included), or one other character beyond it. */
const BEYOND_ASCII = /((?:(?!\p{ASCII})[\u200D\u2060\u00AD\p{L}\p{N}\p{M}\p{Co}])+)|\P{ASCII}/gu;
const PIECE_BEYOND_ASCII = /(?:(?!\p{ASCII})[\u200D\u2060\u00AD\p{L}\p{N}\p{M}\p{Co}])+/gu;
const PIECE = /[0-9A-Za-z]+|(?:(?!\p{ASCII})[\u200D\u2060\u00AD\p{L}\p{N}\p{M}\p{Co}])+/gu;

/** What spelling varies in: accents, vowel points, nuktas, the Arabic stretcher. Vowel signs of Indic scripts and kana voicing are letters. */
const VARIES =
  /(?![\u0900-\u1AFF\u1CD0-\u1CFF\u3099\u309A])[\u200D\u2060\u00AD\u0640\p{M}\p{Co}]|[\u093C\u09BC\u0A3C\u0ABC\u0B3C]/gu;
// SQLite's older tables count a few letters among the marks.
const VOWEL_SIGN = /(?=[\u0900-\u1CFF])[\p{M}\u19B0-\u19C0\u19C8\u19C9\u1CF2\u1CF3]/gu;
const NO_WORD = /[^\p{L}\p{N}\p{Co}]+/gu;
const NOT_ASCII = /[^\0-\x7F]/;
const RUN_BEYOND_ASCII = /[^\0-\x7F]+/g;
/** Dashes, quotes, dots: most of what stands beyond ASCII in a Western text. */
const FIRST_MARK = 0x2010;
const LAST_MARK = 0x2027;
const isMark = (run: string): boolean =>
  run.length === 1 && run.charCodeAt(0) >= FIRST_MARK && run.charCodeAt(0) <= LAST_MARK;
/** Kana and Chinese characters that no form, mark or case of theirs differs from. Most of Japanese and Chinese, and folding takes longer than cutting. */
const FOLDED = /^[\u3041-\u3096\u30A1-\u30FA\u30FC\u4E00-\u9FFF]+$/;

/**
 * The index's tokeniser takes marks for separators but private characters for letters, so the vowel signs of Indic scripts, which would
 * cut every word to pieces, travel as private characters. Texts keep none of their own: they would be meaningless anyway.
 */
const PRIVATE_START = 0xe100 - 0x0900;

/** Half of what a segmenter takes for a stretch of characters it takes for starting. */
const SEGMENTED_TOGETHER = 256;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * A text as the index is given it: compatibility forms, accents and case folded, runs of Chinese, Japanese, Thai and the like cut into words
 * by spaces. SQLite's `unicode61 remove_diacritics 0` finds in it exactly the words that `tokens` finds in the text.
 */
export function indexText(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(text)) return lower;
  const cut = MAY_BE_UNSPACED.test(lower) && UNSPACED.test(lower) ? cutPieces(lower) : null;
  // The index's tokeniser takes for letters what Unicode had not yet assigned when its tables were made: only known letters reach it.
  const foldedOrSpace = (_: string, piece: string | undefined): string =>
    piece === undefined ? ' ' : cut && UNSPACED.test(piece) ? (cut.next().value ?? '') : foldWord(piece);
  return lower.replace(RUN_BEYOND_ASCII, (run) => (isMark(run) ? ' ' : run.replace(BEYOND_ASCII, foldedOrSpace)));
}

/** The stretches of a text that are not spaced, in order, each cut into words, between spaces, so that they do not grow into their neighbours. */
function* cutPieces(lower: string): Generator<string, undefined> {
  const pieces = (lower.match(PIECE_BEYOND_ASCII) ?? []).filter((piece) => UNSPACED.test(piece));
  for (let from = 0; from < pieces.length; from += SEGMENTED_TOGETHER) {
    let cut = ' ';
    // No word reaches over the end of a line.
    for (const { segment } of segmenter.segment(pieces.slice(from, from + SEGMENTED_TOGETHER).join('\n'))) {
      if (segment === '\n') {
        yield cut;
        cut = ' ';
      } else cut += `${foldWord(segment)} `;
    }
    yield cut;
  }
}

/** The words of a text in order, lazily, folded as in the index. */
export function* tokens(text: string): Generator<Token> {
  let open: Token | null = null;
  for (const part of parts(text)) {
    // ASCII and what lies beyond come apart, but "café" is one word.
    if (open?.end === part.start && !part.isSegment) {
      open = { folded: open.folded + part.folded, start: open.start, end: part.end };
    } else {
      if (open) yield* split(open);
      open = part;
    }
    if (part.isSegment) {
      yield* split(part);
      open = null;
    }
  }
  if (open) yield* split(open);
}

function* parts(text: string): Generator<Token & { readonly isSegment: boolean }> {
  for (const { 0: piece, index: start } of text.matchAll(PIECE)) {
    const end = start + piece.length;
    if (!NOT_ASCII.test(piece)) yield { folded: piece.toLowerCase(), start, end, isSegment: false };
    else if (!UNSPACED.test(piece)) yield { folded: foldWord(piece.toLowerCase()), start, end, isSegment: false };
    else {
      for (const { segment, index } of segmenter.segment(piece)) {
        const from = start + index;
        yield { folded: foldWord(segment.toLowerCase()), start: from, end: from + segment.length, isSegment: true };
      }
    }
  }
}

/** A fold may hold spaces (½ is "1 2") or nothing (a lone accent). */
function* split({ folded, start, end }: Token): Generator<Token> {
  if (!folded.includes(' ')) {
    if (folded !== '') yield { folded, start, end };
    return;
  }
  for (const word of folded.split(' ')) if (word !== '') yield { folded: word, start, end };
}

const foldWord = (word: string): string => (FOLDED.test(word) ? word : foldAny(word));

const foldAny = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(VARIES, '')
    .replace(VOWEL_SIGN, (mark) => String.fromCharCode(PRIVATE_START + mark.charCodeAt(0)))
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(NO_WORD, ' ');
