import { answer, packed, response } from '../../../main/import/containers/web-archive/archives.testing.ts';
import type { MadeText } from '../corpus.ts';
import { noisePng } from './noise-png.ts';
import { addressOf, webPage } from './web-page.ts';
import type { Part } from './zipped.ts';

/** Pages in each of the archives within. */
const PAGES_EACH = 250;
const PICTURES = 2;

/** A web archive with a list of its pages (WACZ), every page fetched together with its pictures. */
export function* webArchive(texts: Iterable<MadeText>, random: () => number): Generator<Part> {
  const pages: string[] = ['{"format":"json-pages-1.0","id":"pages","title":"All pages"}'];
  const records: Buffer[] = [];
  let archives = 0;
  const archive = (): Part => ({
    name: `archive/${archives++}.warc.gz`,
    bytes: Buffer.concat(records.splice(0)),
    isStored: true,
  });
  let nth = 0;
  for (const text of texts) {
    const url = addressOf(nth);
    const pictures = Array.from({ length: PICTURES }, (_, at) => `https://gazette.example/pictures/${nth}-${at}.png`);
    const html = webPage({ text, nth, pictures, sizeBytes: 50_000 });
    records.push(packed([response(url, answer(html))]));
    for (const picture of pictures)
      records.push(packed([response(picture, answer(noisePng(240, 160, random), { 'Content-Type': 'image/png' }))]));
    pages.push(JSON.stringify({ url, title: text.title }));
    if (++nth % PAGES_EACH === 0) yield archive();
  }
  if (records.length > 0) yield archive();
  yield { name: 'pages/pages.jsonl', bytes: Buffer.from(`${pages.join('\n')}\n`) };
  yield { name: 'datapackage.json', bytes: Buffer.from('{"profile":"data-package","wacz_version":"1.1.1"}') };
}
