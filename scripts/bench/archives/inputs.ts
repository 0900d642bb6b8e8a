import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { seeded } from '../../../base/seeded.ts';
import { cacheFolder } from '../cache.ts';
import { copiedPage } from '../copied-page.ts';
import { corpus, type MadeText, makeTexts } from '../corpus.ts';
import { book } from './book.ts';
import { newsletter } from './newsletter.ts';
import { noisePng } from './noise-png.ts';
import { tarred } from './tarred.ts';
import { webArchive } from './web-archive.ts';
import { webPage } from './web-page.ts';
import { type Part, zipped } from './zipped.ts';

/** Changes when what is written changes, so that an old cache is not measured. */
const BUILD = 1;

/** About as many times 2 kB of text as a page of 50 kB has of its own. */
const LONG_READ = 5;

/** Chapters of 50 kB are nearly all text. */
export const bookOf = (articles: number): Promise<string> =>
  made(`book-${articles}.epub`, () => zipped(book(makeTexts(articles, 11, 30), seeded(11))));

export const pagesOf = (pages: number): Promise<string> =>
  made(`pages-${pages}.zip`, () => zipped(savedPages(makeTexts(pages, 12, LONG_READ), seeded(12), USUAL_PICTURES)));

export const mailboxOf = (messages: number): Promise<string> =>
  made(`letters-${messages}.mbox`, function* () {
    let nth = 0;
    for (const text of makeTexts(messages, 13, LONG_READ)) yield Buffer.from(newsletter(text, nth++));
  });

export const webArchiveOf = (pages: number): Promise<string> =>
  made(`crawl-${pages}.wacz`, () => zipped(webArchive(makeTexts(pages, 14, LONG_READ), seeded(14))));

export const mixtureOf = (files: number): Promise<string> => made(`mixture-${files}.zip`, () => zipped(mixture(files)));

export const largeZipOf = (pages: number): Promise<string> =>
  made(`large-${pages}.zip`, () => zipped(savedPages(makeTexts(pages, 16, LONG_READ), seeded(16), LARGE_PICTURES)));

export const largeTarOf = (pages: number): Promise<string> =>
  made(
    `large-${pages}.tar.gz`,
    () => tarred(savedPages(makeTexts(pages, 17, LONG_READ), seeded(17), LARGE_PICTURES)),
    true,
  );

/** Makes a file once, piece by piece. */
async function made(name: string, pieces: () => Iterable<Buffer>, isGzipped = false): Promise<string> {
  const folder = join(cacheFolder, `archives-${BUILD}-${corpus.kind}`);
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const out = createWriteStream(`${file}.part`);
  if (isGzipped) await pipeline(Readable.from(pieces()), createGzip({ level: 1 }), out);
  else await pipeline(Readable.from(pieces()), out);
  renameSync(`${file}.part`, file);
  return file;
}

interface Pictures {
  readonly count: number;
  readonly width: number;
  readonly height: number;
}

const USUAL_PICTURES: Pictures = { count: 2, width: 240, height: 160 };
/** Of about 240 kB each. */
const LARGE_PICTURES: Pictures = { count: 4, width: 500, height: 480 };

/** Pages of 50 kB, each with a folder of its pictures, as browsers save them. */
function* savedPages(
  texts: Iterable<MadeText>,
  random: () => number,
  { count, width, height }: Pictures,
): Generator<Part> {
  let nth = 0;
  for (const text of texts) {
    const pictures = Array.from({ length: count }, (_, at) => `story-${nth}_files/${at}.png`);
    yield { name: `story-${nth}.html`, bytes: Buffer.from(webPage({ text, nth, pictures, sizeBytes: 50_000 })) };
    for (const name of pictures) yield { name, bytes: noisePng(width, height, random), isStored: true };
    nth++;
  }
}

/** Copied pages, notes in Markdown and saved pages of 10 to 50 kB by turns. */
function* mixture(files: number): Generator<Part> {
  const random = seeded(15);
  const each = Math.ceil(files / 3);
  const [plain, notes, pages] = [makeTexts(each, 18, 16), makeTexts(each, 19, 16), makeTexts(each, 20, LONG_READ)];
  for (let nth = 0; nth < files; nth++) {
    const folder = `desk-${nth % 40}`;
    const text = (nth % 3 === 0 ? plain : nth % 3 === 1 ? notes : pages).next().value as MadeText;
    yield nth % 3 === 0
      ? { name: `${folder}/${nth}.txt`, bytes: Buffer.from(copiedPage(text, random)) }
      : nth % 3 === 1
        ? { name: `${folder}/${nth}.md`, bytes: Buffer.from(note(text)) }
        : {
            name: `${folder}/${nth}.html`,
            bytes: Buffer.from(webPage({ text, nth, sizeBytes: 10_000 + random() * 40_000 })),
          };
  }
}

const note = ({ title, paragraphs }: MadeText): string => `# ${title}\n\n${paragraphs.join('\n\n')}\n`;
