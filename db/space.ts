import { AppError } from '../contract/errors.ts';
import type { SourceId, SourceKind } from '../contract/model.ts';
import type { GivenBack, SpaceReport } from '../contract/space.ts';
import { unfinishedReads } from './enclosure-fetches.ts';
import type { ReadableDb, WritableDb } from './open.ts';

interface SourceRow {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly name: string;
  readonly articles: number;
  readonly bytes: number;
}

/** What of the library file is free: what is stored next fills it. */
export function freeSpaceReads(db: ReadableDb) {
  const free = db
    .prepare<[], number>('SELECT freelist_count * page_size FROM pragma_page_size(), pragma_freelist_count()')
    .pluck();
  return { freeBytes: (): number => free.get() ?? 0 };
}

/** What takes the space. Looks at every article once: a second for a hundred thousand. */
export function spaceReads(db: ReadableDb) {
  const sum = (sql: string) => db.prepare<[], number>(`SELECT coalesce(sum(${sql}`).pluck();
  const texts = sum('length(packed)), 0) FROM body');
  const originals = sum('length(packed)), 0) FROM original');
  const pictures = sum('size), 0) FROM asset');
  const files = sum('size), 0) FROM enclosure_file WHERE hash IS NOT NULL');
  const unfinished = unfinishedReads(db);
  const revisions = sum('length(packed)), 0) FROM revision');
  const pages = pagesOf(db);
  const bySource = db.prepare<[], SourceRow>(`
    SELECT s.id, s.kind, s.name, count(*) AS articles, sum(
      (SELECT length(b.packed) FROM body b WHERE b.article_id = a.id)
      + (SELECT coalesce(sum(length(o.packed)), 0) FROM original o WHERE o.article_id = a.id)
      + (SELECT coalesce(sum(p.size), 0) FROM article_image i JOIN asset p ON p.hash = i.asset_hash WHERE i.article_id = a.id)) AS bytes
    FROM article a JOIN source s ON s.id = a.source_id GROUP BY s.id ORDER BY bytes DESC LIMIT 50`);
  return {
    space(): SpaceReport {
      const { total, free, canGiveBack } = pages();
      const parts = {
        texts: texts.get() ?? 0,
        originals: originals.get() ?? 0,
        pictures: pictures.get() ?? 0,
        files: files.get() ?? 0,
        unfinished: unfinished().bytes,
        revisions: revisions.get() ?? 0,
      };
      const known = Object.values(parts).reduce((all, bytes) => all + bytes, 0);
      return {
        totalBytes: total,
        freeBytes: free,
        canGiveBack,
        ...parts,
        rest: Math.max(total - free - known, 0),
        sources: bySource.all(),
      };
    },
  };
}

/** As `auto_vacuum` tells it. Source: https://www.sqlite.org/pragma.html#pragma_auto_vacuum */
const INCREMENTAL = 2;

export function pagesOf(db: ReadableDb) {
  const pages = db.prepare<[], { readonly total: number; readonly free: number; readonly mode: number }>(`
    SELECT page_count * page_size AS total, freelist_count * page_size AS free, auto_vacuum AS mode
    FROM pragma_page_count(), pragma_page_size(), pragma_freelist_count(), pragma_auto_vacuum()`);
  return () => {
    const { total = 0, free = 0, mode = 0 } = pages.get() ?? {};
    return { total, free, canGiveBack: mode === INCREMENTAL };
  };
}

/** Given back in one transaction, for which other changes wait: 2 MB, in 20 to 40 ms. */
const PORTION_PAGES = 256;

/** Gives what is free back to the disk. It costs no room: pages at the end of the file move into free ones, and the file ends before them. */
export function spaceWrites(db: WritableDb) {
  const pages = pagesOf(db);
  return {
    giveBack(): GivenBack {
      const before = pages();
      if (!before.canGiveBack)
        throw new AppError(
          'not-possible',
          'The file was made by an earlier Tearsheet, which could not do that. A backup of it that is put back can',
        );
      db.exec(`PRAGMA incremental_vacuum(${PORTION_PAGES})`);
      const { total, free } = pages();
      // The file itself becomes smaller when its log is written into it.
      if (free === 0) db.pragma('wal_checkpoint(PASSIVE)');
      return { bytes: Math.max(before.total - total, 0), freeBytes: free };
    },
  };
}
