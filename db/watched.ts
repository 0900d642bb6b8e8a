import { AppError } from '../contract/errors.ts';
import type { EpochMs, ImportId, WatchedFolder, WatchedFolderId } from '../contract/model.ts';
import type { ImportStart } from './import-report.ts';
import { importWrites } from './import-report.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';

/** A watched folder as it is kept: what is wrong with it is seen, not stored. */
export type KeptWatch = Omit<WatchedFolder, 'problem'>;

/** A file of a watched folder, as it stands. */
export interface WatchedFile {
  readonly path: string;
  readonly size: number;
  readonly modifiedAt: EpochMs;
}

/** Files that one program has taken from a watched folder, and the import it has to bring them in by. */
export interface TakenFiles {
  readonly importId: ImportId;
  readonly paths: readonly string[];
}

interface FolderRow {
  readonly id: WatchedFolderId;
  readonly path: string;
  readonly added_at: EpochMs;
}

const SAME = 'folder_id = @folderId AND path = @path AND size = @size AND modified_at = @modifiedAt';

/** Folders that are watched, and what was taken from them. */
export function watchedReads(db: ReadableDb) {
  const all = db.prepare<[], FolderRow>('SELECT * FROM watched_folder ORDER BY path');
  const isTaken = db.prepare<[object], number>(`SELECT 1 FROM watched_file WHERE ${SAME}`);
  return {
    watchedFolders: (): readonly KeptWatch[] => all.all().map(toKept),
    notTaken: (folderId: WatchedFolderId, files: readonly WatchedFile[]): readonly WatchedFile[] =>
      files.filter((file) => isTaken.get({ folderId, ...file }) === undefined),
  };
}

/** Folders come and go, and files are taken from them. */
export function watchedWrites(db: WritableDb, session: string) {
  const { watchedFolders, notTaken } = watchedReads(db);
  const { startImport } = importWrites(db, session);
  const add = db.prepare<[string, EpochMs], FolderRow>(
    'INSERT INTO watched_folder (path, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING *',
  );
  const remove = db.prepare<[WatchedFolderId]>('DELETE FROM watched_folder WHERE id = ?');
  const isWatched = db.prepare<[WatchedFolderId], number>('SELECT 1 FROM watched_folder WHERE id = ?');
  const take = db.prepare<[object]>(`
    INSERT INTO watched_file VALUES (@folderId, @path, @size, @modifiedAt)
    ON CONFLICT DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at`);

  return {
    addWatched: writing(db, (path: string, addedAt: EpochMs): KeptWatch => {
      const row = add.get(path, addedAt);
      const known = row ? toKept(row) : watchedFolders().find((each) => each.path === path);
      if (!known) throw new Error('INSERT gave no folder');
      return known;
    }),

    removeWatched: writing(db, (id: WatchedFolderId): null => {
      if (remove.run(id).changes === 0) throw new AppError('not-found', 'That folder is not watched');
      return null;
    }),

    takeWatched: writing(
      db,
      (folderId: WatchedFolderId, files: readonly WatchedFile[], start: ImportStart): TakenFiles | null => {
        if (isWatched.get(folderId) === undefined) return null;
        const taken = notTaken(folderId, files);
        if (taken.length === 0) return null;
        for (const file of taken) take.run({ folderId, ...file });
        const paths = taken.map(({ path }) => path);
        return { importId: startImport({ ...start, paths }), paths };
      },
    ),
  };
}

const toKept = ({ id, path, added_at }: FolderRow): KeptWatch => ({ id, path, addedAt: added_at });
