import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { type PlacedPicture, picturesOn } from './pictures.ts';
import { type PageText, pageText } from './pieces.ts';

/** What is read of a document, in stretches of text: as much as a slow computer reads in the time one file may take. */
const MOST_ITEMS = 100_000;
const MOST_PAGES = 500;

export interface PageRead extends PageText {
  readonly pictures: readonly PlacedPicture[];
}

export interface PagesRead {
  readonly pages: readonly PageRead[];
  /** Pages of the document, read or not. */
  readonly count: number;
}

/**
 * Reads the pages one after the other, as far as there is time.
 * @param hasPictures whether there are any whose places are worth looking for
 */
export async function readPages(document: PDFDocumentProxy, hasPictures: boolean): Promise<PagesRead> {
  const pages: PageRead[] = [];
  let items = 0;
  for (let number = 1; number <= document.numPages; number++) {
    if (number > MOST_PAGES || items > MOST_ITEMS) break;
    try {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      items += content.items.length + 50;
      const drawn = hasPictures || hasNewFont(page, content) ? await page.getOperatorList() : null;
      const text = pageText(page, content, (id) => fontName(page, id));
      const pictures = drawn && hasPictures ? await picturesOn(page, drawn, text.turned) : [];
      pages.push({ ...text, pictures });
      page.cleanup();
    } catch {
      // A damaged page costs no other; that it is missing is told by the count.
    }
  }
  return { pages, count: document.numPages };
}

/** Only what draws a page brings the names of its fonts. */
const hasNewFont = (page: PDFPageProxy, { styles }: { readonly styles: object }): boolean =>
  Object.keys(styles).some((id) => !page.commonObjs.has(id));

function fontName(page: PDFPageProxy, id: string): string {
  if (!page.commonObjs.has(id)) return '';
  const font: unknown = page.commonObjs.get(id);
  return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string' ? font.name : '';
}
