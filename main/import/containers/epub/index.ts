import { posix } from 'node:path';
import { WorkerEnd } from '../../../../base/port-rpc.ts';
import { CHAPTER_TYPE } from '../../../../ingest/detect/names.ts';
import type { Book, BookAnswer, Chapter } from '../../../../ingest/epub/book.ts';
import type { CutRequest } from '../../../../ingest/epub/cut.ts';
import { FIRST_NEEDED } from '../../../../ingest/epub/needed.ts';
import { LIMIT_BYTES } from '../../../../ingest/limits.ts';
import type { Refusal as Refused, Told } from '../../../../ingest/types.ts';
import { type Candidate, refusedCandidate, type SourceKey } from '../../candidate.ts';
import { failed, isRefusal, type Refusal, skipped, tooLarge } from '../../refusal.ts';
import { type ArchiveReader, archiveReader, entryCandidate } from '../archive-container.ts';
import type { Container, ContainerDeps, ContainerFile, OpenContainer } from '../container.ts';
import { shownName } from '../entry-names.ts';
import { openZip, type ZipArchive } from '../zip/archive.ts';

/** A book or a newspaper as EPUB: an article for each chapter. */
export const openEpub: OpenContainer = async (file, deps) => {
  const archive = await openZip(file.location, deps.signal);
  if (isRefusal(archive)) return archive;
  const container = await bookIn(archive, file, deps);
  if (isRefusal(container)) await archive.close();
  return container;
};

/** The book that an archive is. */
export async function bookIn(
  archive: ZipArchive,
  file: ContainerFile,
  deps: ContainerDeps,
): Promise<Container | Refusal> {
  const reader = archiveReader(archive, deps);
  const book = await readBook(reader, deps);
  if (isRefusal(book)) return book;
  const groups = groupsOf(book.chapters);
  const opened: Opened = { file, deps, archive, reader, book, source: sourceOf(book, file) };
  return {
    count: book.chapters.length,
    // From its end, so that what came in last is its beginning: lists with the newest on top show it in the order of reading.
    async *entries() {
      for (const group of groups.toReversed()) yield* candidatesOf(group, opened);
    },
    close: () => archive.close(),
  };
}

interface Opened {
  readonly file: ContainerFile;
  readonly deps: ContainerDeps;
  readonly archive: ZipArchive;
  readonly reader: ArchiveReader<ZipArchive['entries'][number]>;
  readonly book: Book;
  readonly source: SourceKey;
}

const sourceOf = ({ source }: Book, { candidate: { name } }: ContainerFile): SourceKey =>
  source ?? { kind: 'publication', key: name, name };

/** A book says by itself what more of it has to be read: its package, its tables of contents. */
const MOST_ROUNDS = 4;

async function readBook({ find, read }: Opened['reader'], { pool }: ContainerDeps): Promise<Book | Refusal> {
  const files = new Map<string, Uint8Array>();
  let needs = FIRST_NEEDED;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const path of needs) {
      const entry = find(path);
      const bytes = entry ? await read(entry) : new Uint8Array();
      if (isRefusal(bytes)) return bytes;
      files.set(path, bytes);
    }
    const answer = await asked(() => pool.call('ingest.book', files) as Promise<BookAnswer>);
    if (isRefusal(answer)) return answer;
    if ('book' in answer) return answer.book;
    if ('ok' in answer) return inReport(answer);
    needs = answer.needs;
  }
  return failed('malformed', 'The EPUB does not come to an end of saying how it is made');
}

/** What a worker answers; a refusal when it died of the question. */
async function asked<T extends object>(ask: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WorkerEnd && error.reason === 'closed') throw error;
    const said = error instanceof Error ? error.message : String(error);
    return failed('malformed', `Its table of contents could not be read (${said})`);
  }
}

const inReport = ({ code, message }: Refused): Refusal => ({
  status: code === 'not-an-article' ? 'skipped' : 'failed',
  code,
  message,
});

const isWhole = ({ stretches: [first, ...rest] }: Chapter): boolean => rest.length === 0 && first?.from === null;

/** Chapters that share a file go together: the file is read once. Those that are a file of their own are read as it stands. */
function groupsOf(chapters: readonly Chapter[]): readonly (readonly Chapter[])[] {
  const groups: { readonly chapters: Chapter[]; readonly paths: Set<string> }[] = [];
  for (const chapter of chapters) {
    const last = groups.at(-1);
    const paths = chapter.stretches.map(({ path }) => path);
    if (last && paths.some((path) => last.paths.has(path))) {
      last.chapters.push(chapter);
      for (const path of paths) last.paths.add(path);
    } else groups.push({ chapters: [chapter], paths: new Set(paths) });
  }
  return groups.map((group) => group.chapters);
}

async function* candidatesOf(group: readonly Chapter[], opened: Opened): AsyncGenerator<Candidate> {
  const { file, deps, archive, reader, source } = opened;
  const tooMany = deps.budget.meet();
  if (tooMany) return yield refusedCandidate(file.candidate.path, source, tooMany);
  const [first] = group;
  if (first && (first.refusal || (group.length === 1 && isWhole(first)))) {
    const entry = reader.find(first.stretches[0]?.path ?? '');
    if (first.refusal) yield refusedChapter(first, inReport(first.refusal), opened);
    else if (!entry) yield refusedChapter(first, NOT_THERE, opened);
    else
      yield entryCandidate(file, deps, archive, reader, entry, {
        told: toldOf(first, opened.book),
        source,
        beside: besideOf(first, reader),
      });
    return;
  }
  const pages = await cut(group, opened);
  for (const [nth, chapter] of [...group.entries()].reverse()) {
    const bytes = isRefusal(pages) ? pages : (pages[nth] ?? NO_SUCH_PLACE);
    yield { ...refusedChapter(chapter, NOT_THERE, opened), read: async () => bytes };
  }
}

async function cut(
  group: readonly Chapter[],
  { reader, deps }: Opened,
): Promise<readonly (Uint8Array | null)[] | Refusal> {
  const files: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  let size = 0;
  for (const path of new Set(group.flatMap(({ stretches }) => stretches.map((stretch) => stretch.path)))) {
    const entry = reader.find(path);
    const bytes = entry && (await reader.read(entry));
    if (bytes && isRefusal(bytes)) return bytes;
    size += bytes?.byteLength ?? 0;
    if (size > LIMIT_BYTES) return tooLarge(size);
    if (bytes) files.push({ path, bytes });
  }
  const request: CutRequest = { files, chapters: group.map(({ stretches }) => stretches) };
  return asked(() => deps.pool.call('ingest.chapters', request) as Promise<readonly (Uint8Array | null)[]>);
}

/** A chapter as far as it is known without its text. */
const refusedChapter = (chapter: Chapter, why: Refusal, { file, source, book, reader }: Opened): Candidate => ({
  ...refusedCandidate(`${file.candidate.path}/${shownName(chapter.name)}`, source, why),
  told: toldOf(chapter, book),
  beside: besideOf(chapter, reader),
});

const besideOf = ({ stretches }: Chapter, reader: Opened['reader']) =>
  reader.beside(...new Set(stretches.map(({ path }) => posix.dirname(path))));

const toldOf = ({ title, section }: Chapter, { byline, published, language, title: siteName }: Book): Told => ({
  mediaType: CHAPTER_TYPE,
  url: null,
  stated: { title, byline, published, language, siteName, ...(section && { tags: [section] }) },
});

const NOT_THERE = failed('not-found', 'The book names this file and does not hold it');
const NO_SUCH_PLACE = skipped('not-an-article', 'The table of contents names a place that is not in the book');
