import { type Candidate, type FileOnDisk, refusedCandidate } from '../../candidate.ts';
import { failed, isRefusal, type Refusal, skipped } from '../../refusal.ts';
import { sourceWithin } from '../archive-container.ts';
import type { ContainerDeps, OpenContainer } from '../container.ts';
import { type OpenFile, openAt } from '../open-file.ts';
import { spooledPieces } from '../spooled-pieces.ts';
import { openZip, type ZipArchive } from '../zip/archive.ts';
import type { ZipEntry } from '../zip/directory.ts';
import type { Slice } from './bytes-in-order.ts';
import { type ArchivePlace, allCandidates, besideIn, ELSEWHERE, pageCandidate, shownUri } from './candidates.ts';
import type { Capture } from './captures.ts';
import { type Contents, createContents } from './contents.ts';
import { FULL, goThrough, problemOf } from './go-through.ts';
import { type ListedPage, listedPages } from './page-list.ts';
import { createSpool } from './spool.ts';

const ARCHIVE = /^archive\/.+\.(?:warc|arc)(?:\.gz)?$/i;
const PAGE_LIST = /^pages\/[^/]+\.jsonl$/i;

/** Web archives in a ZIP archive with a list of the pages that were meant (WACZ). Their checksums are not looked at: what is damaged shows when it is read. */
export const openWacz: OpenContainer = async ({ location, candidate }, deps) => {
  const zip = await openZip(location, deps.signal);
  if (isRefusal(zip)) return zip;
  const file = await openAt(location, deps.signal);
  const spool = createSpool(deps);
  const archives = archivesIn(zip, file, deps);
  const { path } = candidate;
  const source = sourceWithin(candidate);
  return {
    async *entries() {
      const contents = createContents();
      const problems: Candidate[] = [];
      let count = 0;
      for (const entry of zip.entries) {
        if (!ARCHIVE.test(entry.name)) continue;
        count++;
        const slice = await archives.open(entry);
        const problem = isRefusal(slice) ? slice : problemOf(await goThrough(slice, spool, contents));
        if (problem) problems.push(refusedCandidate(`${path}/${shownUri(entry.name)}`, source, problem));
      }
      if (count === 0) return yield refusedCandidate(path, source, zip.problem ?? NO_ARCHIVE);
      const listed = await listIn(zip);
      for (const { url } of listed) contents.name(url.href);
      contents.settle();
      const place = { path, source, beside: besideIn(contents), budget: deps.budget };
      yield* listed.length > 0 ? listedCandidates(listed, contents, place) : allCandidates(contents, place);
      yield* problems;
      if (contents.isFull) yield refusedCandidate(path, source, FULL);
      if (zip.problem) yield refusedCandidate(path, source, zip.problem);
    },
    async close() {
      await Promise.allSettled([zip.close(), file.close(), spool.close(), archives.close()]);
    },
  };
};

/** The archives within, each to be read at any place: where they lie, or unpacked where they are packed once more. */
function archivesIn(zip: ZipArchive, whole: OpenFile, deps: ContainerDeps) {
  const unpacked: { readonly onDisk: FileOnDisk; readonly file: OpenFile }[] = [];
  return {
    async open(entry: ZipEntry): Promise<Slice | Refusal> {
      if (entry.refusal) return entry.refusal;
      const start = await zip.placeOf(entry);
      if (start !== null) return { file: whole, start, sizeBytes: entry.packedBytes };
      const onDisk = await spooledPieces(zip.pieces(entry), entry.sizeBytes, deps);
      if (isRefusal(onDisk)) return onDisk;
      const file = await openAt(onDisk.location, deps.signal);
      unpacked.push({ onDisk, file });
      return { file, start: 0, sizeBytes: onDisk.sizeBytes };
    },
    async close() {
      for (const { onDisk, file } of unpacked) {
        await file.close();
        await onDisk.release();
      }
    },
  };
}

/** The first that is said of a page counts. */
async function listIn(zip: ZipArchive): Promise<readonly ListedPage[]> {
  const pages = new Map<string, ListedPage>();
  for (const entry of zip.entries) {
    if (!PAGE_LIST.test(entry.name) || entry.refusal) continue;
    try {
      for await (const page of listedPages(zip.pieces(entry)))
        if (!pages.has(page.url.href)) pages.set(page.url.href, page);
    } catch {
      // A damaged list is read as far as it goes.
    }
  }
  return [...pages.values()];
}

function* listedCandidates(
  listed: readonly ListedPage[],
  contents: Contents,
  place: ArchivePlace,
): Generator<Candidate> {
  const elsewhere = new Set(contents.elsewhere());
  const given = new Set<Capture>();
  for (const { url, title } of listed) {
    const capture = contents.page(url);
    if (capture && given.has(capture)) continue;
    const refusal = place.budget.meet();
    if (refusal) return yield refusedCandidate(place.path, place.source, refusal);
    if (capture) given.add(capture);
    yield capture
      ? pageCandidate(capture, place, title === null ? null : { title })
      : refusedCandidate(
          `${place.path}/${shownUri(url.href)}`,
          place.source,
          elsewhere.has(url.href) ? ELSEWHERE : NOT_CAPTURED,
        );
  }
}

const NO_ARCHIVE = failed('malformed', 'It has the name of a web archive, but there is none in it');

const NOT_CAPTURED = skipped('not-captured', 'The archive lists this page, but holds none of that address');
