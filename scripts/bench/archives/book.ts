import { escapeHtml } from '../../../ingest/clean/sanitise.ts';
import type { MadeText } from '../corpus.ts';
import { noisePng } from './noise-png.ts';
import type { Part } from './zipped.ts';

/** A newspaper as EPUB 3: an article in each chapter, one picture to each. */
export function* book(articles: Iterable<MadeText>, random: () => number): Generator<Part> {
  const part = (name: string, text: string): Part => ({ name, bytes: Buffer.from(text) });
  yield { name: 'mimetype', bytes: Buffer.from('application/epub+zip'), isStored: true };
  yield part(
    'META-INF/container.xml',
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  );
  const titles: string[] = [];
  for (const { title, paragraphs, language } of articles) {
    const nth = titles.push(title) - 1;
    const text = paragraphs.map((paragraph) => `<p class="body">${escapeHtml(paragraph)}</p>`);
    text.splice(
      Math.ceil(text.length / 2),
      0,
      `<figure><img src="pictures/${nth}.png" alt="The harbour"/><figcaption>The harbour on day ${nth}</figcaption></figure>`,
    );
    yield part(`OEBPS/${nth}.xhtml`, page(title, language, `<h1>${escapeHtml(title)}</h1>\n${text.join('\n')}`));
    yield { name: `OEBPS/pictures/${nth}.png`, bytes: noisePng(240, 160, random), isStored: true };
  }
  const points = titles.map((title, nth) => `<li><a href="${nth}.xhtml">${escapeHtml(title)}</a></li>`);
  yield part('OEBPS/nav.xhtml', page('Contents', 'en', `<nav epub:type="toc"><ol>${points.join('')}</ol></nav>`));
  const items = titles.map(
    (_, nth) =>
      `<item id="p${nth}" href="${nth}.xhtml" media-type="application/xhtml+xml"/><item id="i${nth}" href="pictures/${nth}.png" media-type="image/png"/>`,
  );
  const spine = titles.map((_, nth) => `<itemref idref="p${nth}"/>`);
  yield part(
    'OEBPS/book.opf',
    `<package version="3.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:00000000-0000-4000-8000-000000000001</dc:identifier><dc:title>The Harbour Gazette</dc:title><dc:date>2026-02-03</dc:date><dc:language>en</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
  );
}

const page = (title: string, language: string, body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}"><head><title>${escapeHtml(title)}</title></head><body>${body}</body></html>\n`;
