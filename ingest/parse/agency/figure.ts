import { escapeHtml } from '../../clean/sanitise.ts';

/** One size a picture is offered in. */
export interface Rendition {
  readonly href: string;
  /** In pixels. */
  readonly width: number | null;
  readonly height: number | null;
  /** `highRes`, `main`, `thumbnail`: what its sender calls it. */
  readonly name?: string | null;
}

/** A picture as agencies send it. */
export interface Figure {
  readonly pictures: readonly Rendition[];
  readonly alt: string;
  /** To be sanitised with the rest. */
  readonly captionHtml: string;
  readonly credit: string | null;
}

/** As wide as a page is read at twice its pixels; wider ones only cost. */
const WIDE_ENOUGH = 1_600;
const IS_SMALL = /thumb|small|preview|icon|square/i;
const IS_WHOLE = /high|web|main|view|base|original|large|full/i;

/** The size to be shown: the widest that is not wider than a page needs, else the one whose name promises most. */
function bestRendition(pictures: readonly Rendition[]): Rendition | null {
  const usable = pictures.filter(({ href }) => href.trim() !== '');
  return usable.reduce<Rendition | null>((best, one) => (best === null || worth(one) > worth(best) ? one : best), null);
}

function worth({ width, name }: Rendition): number {
  if (width !== null) return width <= WIDE_ENOUGH ? width : WIDE_ENOUGH * (WIDE_ENOUGH / width);
  if (IS_SMALL.test(name ?? '')) return 100;
  return IS_WHOLE.test(name ?? '') ? 800 : 500;
}

/** A picture with what stands below it, still to be sanitised; nothing where there is neither. */
export function figureHtml({ pictures, alt, captionHtml, credit }: Figure): string {
  const shown = bestRendition(pictures);
  const isCredited = credit === null || flat(captionHtml).includes(flat(credit));
  const caption = [captionHtml.trim(), isCredited ? '' : `(${escapeHtml(credit)})`]
    .filter((part) => part !== '')
    .join(' ');
  if (shown === null && caption === '') return '';
  const size = [shown?.width ? ` width="${shown.width}"` : '', shown?.height ? ` height="${shown.height}"` : ''].join(
    '',
  );
  const image = shown ? `<img src="${escapeHtml(shown.href)}" alt="${escapeHtml(alt)}"${size}>` : '';
  return `<figure>${image}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`;
}

const flat = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .toLowerCase();
