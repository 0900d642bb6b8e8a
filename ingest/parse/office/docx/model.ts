import type { HeadLine } from '../head.ts';

/** A piece of a document as the library that reads it sees it. Declared here, as the library does not. */
export interface Piece {
  readonly type: string;
  readonly children?: readonly Piece[];
  readonly value?: string;
  readonly href?: string;
  readonly styleName?: string | null;
  readonly numbering?: object | null;
}

/** Styles that are given to pieces here; no document has any of these names. */
export const OWN_STYLE = {
  picture: 'tearsheet: picture',
  pictureOfCaption: 'tearsheet: picture of a caption',
  caption: 'tearsheet: caption',
  captionAbove: 'tearsheet: caption above',
} as const;

/** Its words on one line. */
export const wordsOf = (piece: Piece): string => rawWords(piece).replace(/\s+/g, ' ').trim();

function rawWords(piece: Piece): string {
  if (piece.type === 'text') return piece.value ?? '';
  if (piece.type === 'tab' || piece.type === 'break') return ' ';
  return (piece.children ?? []).map(rawWords).join('');
}

const hasPicture = (piece: Piece): boolean => piece.type === 'image' || (piece.children ?? []).some(hasPicture);

/** What the head of a document sees of a piece. */
export function lineOf(piece: Piece): HeadLine {
  const text = wordsOf(piece);
  if (piece.type !== 'paragraph' || piece.numbering || hasPicture(piece)) return { text, role: 'other' };
  const style = piece.styleName?.toLowerCase() ?? '';
  return { text, role: ROLES[style] ?? 'line' };
}

const ROLES: Readonly<Record<string, HeadLine['role']>> = {
  title: 'title',
  subtitle: 'subtitle',
  'heading 1': 'heading',
  heading: 'heading',
};

/** The lists of contents that programs make of headings. */
const isContents = ({ styleName }: Piece): boolean =>
  /^(?:toc \d|toc heading|contents (?:\d|heading))/i.test(styleName ?? '');

/** The pieces of a document that are its story, links that lead nowhere unmade, each caption with its picture. */
export function storyOf(pieces: readonly Piece[]): {
  readonly pieces: readonly Piece[];
  readonly captions: readonly string[];
} {
  const story = pieces.filter((piece) => !isContents(piece)).flatMap(withoutDeadLinks);
  const captions: string[] = [];
  const styled = story.map((piece): Piece => {
    if (isPicture(piece)) return { ...piece, styleName: OWN_STYLE.picture };
    return piece;
  });
  for (const [at, piece] of story.entries()) {
    if (!isCaption(piece)) continue;
    const isBelow = styled[at - 1] !== undefined && isPicture(story[at - 1] as Piece);
    const next = story[at + 1];
    if (isBelow) styled[at] = { ...piece, styleName: OWN_STYLE.caption };
    else if (next && isPicture(next)) {
      styled[at] = { ...piece, styleName: OWN_STYLE.captionAbove };
      styled[at + 1] = { ...next, styleName: OWN_STYLE.pictureOfCaption };
    } else continue;
    captions.push(wordsOf(piece));
  }
  return { pieces: styled, captions };
}

const isPicture = (piece: Piece): boolean => piece.type === 'paragraph' && hasPicture(piece) && wordsOf(piece) === '';

const isCaption = (piece: Piece): boolean => /^caption$/i.test(piece.styleName ?? '') && wordsOf(piece) !== '';

function withoutDeadLinks(piece: Piece): readonly Piece[] {
  const children = piece.children?.flatMap(withoutDeadLinks);
  if (piece.type === 'hyperlink' && !/^(?:https?:|mailto:)/i.test(piece.href ?? '')) return children ?? [];
  return [children ? { ...piece, children } : piece];
}
