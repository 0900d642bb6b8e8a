import { type PDFPageProxy, Util } from 'unpdf/pdfjs';

/** Words as the page places them: one stretch of one font on one baseline. Lengths are in points, from the top left of what is read. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Height of the font. */
  readonly size: number;
  readonly isBold: boolean;
  readonly isRtl: boolean;
  /** Whether a blank stands before it. */
  readonly isSpaced: boolean;
}

/** The words of a page, turned so that they run from left to right and from top to bottom. */
export interface PageText {
  readonly pieces: readonly Piece[];
  readonly top: number;
  readonly bottom: number;
  /** Where a point of the page lies among the pieces. */
  readonly turned: (x: number, y: number) => readonly [along: number, down: number];
}

interface Placed extends Piece {
  /** In quarters: which way the words run. Columns of Chinese and Japanese run down. */
  readonly quarter: number;
}

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

const BOLD = /bold|black|heavy|demi(?!-?light)|(?:^|\+)cmbx|(?:^|\+)(?:ec|sf)bx|[-_ ]bd(?:$|[-_ ])/i;

/** The words of one page. @param nameOfFont what the file calls a font */
export function pageText(page: PDFPageProxy, content: Content, nameOfFont: (id: string) => string): PageText {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const placed = placedIn(content, transform, nameOfFont);
  const quarter = commonest(placed);
  const turned = (x: number, y: number) => turn(x, y, quarter);
  const [, first] = turned(0, 0);
  const [, last] = turned(width, height);
  const pieces = placed
    .filter((piece) => piece.quarter === quarter)
    .map(({ quarter: _, ...piece }): Piece => {
      const [left, baseline] = turned(piece.left, piece.baseline);
      return { ...piece, left, right: left + piece.right, baseline };
    });
  return { pieces, top: Math.min(first, last), bottom: Math.max(first, last), turned };
}

/** `right` is the width here, until the way they run is known. */
function placedIn(
  { items, styles }: Content,
  viewport: readonly number[],
  nameOfFont: (id: string) => string,
): readonly Placed[] {
  const placed: Placed[] = [];
  let isSpaced = false;
  let artifact = 0;
  const marks: boolean[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') artifact -= marks.pop() ? 1 : 0;
      else {
        // Heads, feet and rules, where the file says which they are.
        const isArtifact = 'tag' in item && item.tag === 'Artifact';
        marks.push(isArtifact);
        artifact += isArtifact ? 1 : 0;
      }
      continue;
    }
    const text = tidy(item.str);
    if (text.trim() === '') {
      isSpaced ||= text !== '' || item.hasEOL;
      continue;
    }
    if (artifact > 0) continue;
    const [a, b, c, d, e, f] = Util.transform([...viewport], item.transform) as number[] as Matrix;
    const size = Math.hypot(c, d);
    if (!(size > 0.5) || ![e, f].every(Number.isFinite)) continue;
    const isVertical = styles[item.fontName]?.vertical === true;
    const quarter = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + (isVertical ? 1 : 0) + 4) % 4;
    const lead = /^\s/.test(text);
    placed.push({
      text: text.trim(),
      left: e,
      right: isVertical ? item.height : item.width,
      baseline: f,
      size,
      isBold: BOLD.test(nameOfFont(item.fontName)),
      isRtl: item.dir === 'rtl',
      isSpaced: isSpaced || lead,
      quarter,
    });
    isSpaced = item.hasEOL || /\s$/.test(text);
  }
  return placed;
}

type Matrix = [number, number, number, number, number, number];

/** Without what is no character, with ligatures taken apart, and letters for the forms they have in a word. */
const tidy = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a table of characters give them
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD\p{Co}\uFFFE\uFFFF]/gu, '')
    .replace(/[\uFB00-\uFDFF\uFE70-\uFEFC]/g, (form) => form.normalize('NFKC'))
    .replace(/\s+/g, ' ');

function commonest(placed: readonly Placed[]): number {
  const letters = [0, 0, 0, 0];
  for (const { quarter, text } of placed) letters[quarter] = (letters[quarter] ?? 0) + text.length;
  return letters.indexOf(Math.max(...letters));
}

const TURNS: readonly (readonly [cos: number, sin: number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

function turn(x: number, y: number, quarter: number): readonly [number, number] {
  const [cos, sin] = TURNS[quarter] ?? [1, 0];
  return [x * cos + y * sin, y * cos - x * sin];
}
