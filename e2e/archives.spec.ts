import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { choosing } from './choose.ts';
import { dropFiles } from './drop.ts';
import { png } from './png.ts';
import { heading, messages, open, place, reader, row, rows } from './window.ts';

const prose = (about: string) =>
  `<p>On Monday ${about} opened again after eleven days of fog, and nobody on the quay wanted to be the first to go home.</p><p>The harbour master said that he would not have it otherwise, and that the boats could wait.</p>`;
const page = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${prose(title)}<figure><img src="${title}_files/view.png" alt="A view" width="600" height="400"></figure>${prose(title)}</article></body></html>`;
const zip = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

const clippings = zip({
  'Clippings/Harbour.html': page('Harbour'),
  'Clippings/Harbour_files/view.png': png(640, 400, [40, 90, 140]),
  'Clippings/Ferry.html': page('Ferry'),
  'Clippings/Ferry_files/view.png': png(641, 400, [140, 90, 40]),
  '../outside.html': page('Outside'),
  'tables.xlsx': 'x',
  // So that it is sent by itself, as large archives are.
  'film.bin': Uint8Array.from({ length: 5_000_000 }, (_, at) => (at * 2_654_435_761) >>> 24),
});

const chapter = (title: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><h1>${title}</h1>${prose(title)}<p><img src="quay.png" alt="The quay"/></p></body></html>`;
const book = zip({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  'book.opf':
    '<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x</dc:identifier><dc:title>The Harbour Book</dc:title><dc:creator>Ada Brand</dc:creator></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
  'nav.xhtml':
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="a.xhtml">Of boats</a></li><li><a href="b.xhtml">Of tides</a></li></ol></nav></body></html>',
  'a.xhtml': chapter('Boats'),
  'b.xhtml': chapter('Tides'),
  'quay.png': png(320, 200, [10, 20, 30]),
});

const picture = (window: Page) => reader(window).locator('[data-written] img');

test('a ZIP of saved pages is dropped: its pages come in with their pictures, and the report names what is in it', async ({
  app,
  page: window,
}) => {
  await dropFiles(window, app.write({ 'Old news.zip': clippings }));
  await expect(rows(window)).toHaveCount(2);
  await expect(messages(window)).toContainText('2 imported');
  await open(window, 'Harbour');
  await expect(picture(window)).toHaveJSProperty('naturalWidth', 640);
  await expect(place(window, 'Old news.zip').first()).toContainText('2');

  await window.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Report' }).click();
  await expect(heading(window, 'Old news.zip')).toBeVisible();
  const group = (reason: string) => window.getByRole('region', { name: reason });
  await expect(group('Its name leads out of the archive; it was not unpacked')).toContainText('outside.html');
  await expect(group('Not a kind of file that holds an article')).toContainText('Old news.zip/tables.xlsx');
});

test('a book is chosen: its chapters are articles in the order of reading, kept together', async ({
  app,
  page: window,
}) => {
  const paths = app.write({ 'harbour.epub': book });
  await choosing(app, window, 'files', paths, () => window.getByRole('button', { name: 'Import files' }).click());
  await expect(rows(window)).toHaveCount(2);
  await expect(rows(window).first()).toContainText('Of boats');
  await expect(row(window, 'Of tides')).toBeVisible();
  await expect(place(window, 'The Harbour Book')).toContainText('2');
  await open(window, 'Of tides');
  await expect(reader(window)).toContainText('Ada Brand');
  await expect(picture(window)).toHaveJSProperty('naturalWidth', 320);
});
