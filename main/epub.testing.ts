import { type ZipPart, zipOf } from './zip.testing.ts';

/** A chapter's page as books have it. */
export const chapterPage = (title: string, body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>${title}</title><link rel="stylesheet" href="s.css"/></head><body>${body}</body></html>`;

interface BookParts {
  /** Elements of the metadata. */
  readonly metadata?: string;
  /** Files of the spine in order, by their paths below `OEBPS/`. */
  readonly pages: Readonly<Record<string, string>>;
  /** The list of a nav page, or the points of an NCX. */
  readonly nav?: string;
  readonly ncx?: string;
  /** Other files, by their paths in the archive. */
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

export const METADATA =
  '<dc:identifier id="id">urn:isbn:9780000000001</dc:identifier><dc:title>The Harbour Book</dc:title><dc:creator>Ada Brand</dc:creator><dc:creator>Otto Kai</dc:creator><dc:date>2019-05-06</dc:date><dc:language>en-GB</dc:language>';

/** A book as EPUB 2 or 3, by which table of contents it has. */
export function epubOf({ metadata = METADATA, pages, nav, ncx, others = {} }: BookParts): Buffer {
  const paths = Object.keys(pages);
  const items = paths.map((path, nth) => `<item id="p${nth}" href="${path}" media-type="application/xhtml+xml"/>`);
  if (nav !== undefined)
    items.push('<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>');
  if (ncx !== undefined) items.push('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>');
  const spine = paths.map((_, nth) => `<itemref idref="p${nth}"/>`).join('');
  const parts: ZipPart[] = [
    { name: 'mimetype', bytes: 'application/epub+zip', method: 0 },
    {
      name: 'META-INF/container.xml',
      bytes:
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/book.opf',
      bytes: `<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${items.join('')}</manifest><spine${ncx === undefined ? '' : ' toc="ncx"'}>${spine}</spine></package>`,
    },
    ...Object.entries(pages).map(([path, bytes]) => ({ name: `OEBPS/${path}`, bytes })),
    ...Object.entries(others).map(([name, bytes]) => ({ name, bytes })),
  ];
  if (nav !== undefined)
    parts.push({
      name: 'OEBPS/nav.xhtml',
      bytes: chapterPage(
        'Contents',
        `<nav epub:type="landmarks"><ol><li><a href="x.xhtml">X</a></li></ol></nav><nav epub:type="toc"><ol>${nav}</ol></nav>`,
      ),
    });
  if (ncx !== undefined)
    parts.push({
      name: 'OEBPS/toc.ncx',
      bytes: `<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://example.org/ncx.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${ncx}</navMap></ncx>`,
    });
  return zipOf(parts);
}

/** One point of an NCX. */
export const navPoint = (title: string, src: string, ...within: readonly string[]): string =>
  `<navPoint><navLabel><text>${title}</text></navLabel><content src="${src}"/>${within.join('')}</navPoint>`;
