/** How large the archives are that are measured. */
export type Scale = 'usual' | 'full' | 'small';

interface Sizes {
  /** Chapters of the book, and pages in the ZIP archive of pages. */
  readonly articles: number;
  readonly messages: number;
  /** Pages in the web archive. */
  readonly webPages: number;
  /** Files that are only looked at. */
  readonly looked: number;
  /** Pages of about 1 MB, pictures and all, in each of the large archives. */
  readonly largePages: number;
}

const USUAL: Sizes = { articles: 500, messages: 4_000, webPages: 1_000, looked: 10_000, largePages: 500 };

export const SIZES: Readonly<Record<Scale, Sizes>> = {
  usual: USUAL,
  full: { ...USUAL, messages: 20_000, largePages: 4_000 },
  small: { articles: 10, messages: 40, webPages: 20, looked: 60, largePages: 10 },
};
