import { randomUUID } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { FeedFolder, FolderId, FolderMember } from '../contract/feeds.ts';
import type { EpochMs } from '../contract/model.ts';
import { type FolderRow, toFolder } from './feed-rows.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';

/** Deeper than anybody sorts; lists that go deeper are kept by their first names. */
const MAX_DEPTH = 32;

/** Folders of feeds. */
export function folderReads(db: ReadableDb) {
  const all = db.prepare<[], FolderRow>('SELECT id, parent_id, name, position FROM feed_folder ORDER BY position, id');
  const said = db.prepare<[], { readonly id: FolderId; readonly attributes: string }>(
    "SELECT id, attributes FROM feed_folder WHERE attributes <> '{}'",
  );
  return {
    feedFolders: (): readonly FeedFolder[] => all.all().map(toFolder),
    folderAttributes: (): ReadonlyMap<FolderId, Readonly<Record<string, string>>> =>
      new Map(said.all().map(({ id, attributes }) => [id, JSON.parse(attributes)])),
  };
}

/** Places in folders; for use inside a transaction. */
export function folderPlaces(db: WritableDb) {
  const find = db.prepare<[FolderId], FolderRow>('SELECT id, parent_id, name, position FROM feed_folder WHERE id = ?');
  const named = db.prepare<[FolderId | null, string], FolderRow>(
    'SELECT id, parent_id, name, position FROM feed_folder WHERE parent_id IS ? AND name = ?',
  );
  const add = db.prepare<[object], FolderRow>(`
    INSERT INTO feed_folder (uid, parent_id, name, position) VALUES (@uid, @parentId, @name, @position)
    RETURNING id, parent_id, name, position`);
  // What another list said before stays beside it.
  const say = db.prepare<[string, FolderId]>(
    'UPDATE feed_folder SET attributes = json_patch(attributes, ?) WHERE id = ?',
  );
  const last = db
    .prepare<[object], number>(`
      SELECT max((SELECT coalesce(max(position), 0) FROM feed WHERE folder_id IS @folderId),
        (SELECT coalesce(max(position), 0) FROM feed_folder WHERE parent_id IS @folderId))`)
    .pluck();

  const places = {
    /** @throws AppError `not-found`; null is the outermost and always there */
    check(id: FolderId | null): void {
      if (id !== null && !find.get(id)) throw new AppError('not-found', 'There is no such folder');
    },
    /** Behind everything that is in a folder. */
    end: (folderId: FolderId | null): number => (last.get({ folderId }) ?? 0) + 1,
    /** The folder of that name, made at the end where there is none. */
    folder(parentId: FolderId | null, name: string): FolderRow {
      const row =
        named.get(parentId, name) ?? add.get({ uid: randomUUID(), parentId, name, position: places.end(parentId) });
      if (!row) throw new Error('INSERT gave no folder');
      return row;
    },
    /** The folder at a path of names, made where it is missing; null for the empty one. */
    atPath(names: readonly string[]): FolderId | null {
      let id: FolderId | null = null;
      for (const name of names.slice(0, MAX_DEPTH)) id = places.folder(id, name).id;
      return id;
    },
    /** A folder and those it is in, the outermost last. */
    around(id: FolderId | null): readonly FolderRow[] {
      const rows: FolderRow[] = [];
      for (
        let row = id === null ? undefined : find.get(id);
        row;
        row = row.parent_id === null ? undefined : find.get(row.parent_id)
      )
        rows.push(row);
      return rows;
    },
    find: (id: FolderId): FolderRow | undefined => find.get(id),
    /** Keeps what a list says of a folder, where it is there. */
    say(path: readonly string[], attributes: Readonly<Record<string, string>>): void {
      let id: FolderId | null = null;
      for (const name of path) {
        const row = named.get(id, name);
        if (!row) return;
        id = row.id;
      }
      if (id !== null) say.run(JSON.stringify(attributes), id);
    },
  };
  return places;
}

/** Folders come, go and are put in order. */
export function folderWrites(db: WritableDb, now: () => EpochMs) {
  const places = folderPlaces(db);
  const change = db.prepare<[object]>(
    'UPDATE feed_folder SET name = @name, parent_id = @parent_id, position = @position WHERE id = @id',
  );
  const moveOut = [
    db.prepare<[object]>('UPDATE feed SET folder_id = @to, position = position + @behind WHERE folder_id = @id'),
    db.prepare<[object]>('UPDATE feed_folder SET parent_id = @to, position = position + @behind WHERE parent_id = @id'),
  ];
  const remove = db.prepare<[FolderId], string>('DELETE FROM feed_folder WHERE id = ? RETURNING uid').pluck();
  const remember = db.prepare<[string, EpochMs]>(
    'INSERT INTO removed_feed (uid, removed_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const putFeed = db.prepare<[object]>('UPDATE feed SET folder_id = @folderId, position = @position WHERE id = @id');
  const putFolder = db.prepare<[object]>(
    'UPDATE feed_folder SET parent_id = @folderId, position = @position WHERE id = @id',
  );
  const members = db.prepare<[object], { readonly kind: 'feed' | 'folder'; readonly id: number }>(`
    SELECT 'feed' AS kind, id, position FROM feed WHERE folder_id IS @folderId
    UNION ALL SELECT 'folder', id, position FROM feed_folder WHERE parent_id IS @folderId ORDER BY position, kind, id`);

  const known = (id: FolderId): FolderRow => {
    const row = places.find(id);
    if (!row) throw new AppError('not-found', 'There is no such folder');
    return row;
  };
  const refuseInside = (id: FolderId, parentId: FolderId | null) => {
    const around = places.around(parentId);
    if (around.some((row) => row.id === id)) throw new AppError('not-possible', 'A folder cannot be put into itself');
    if (around.length >= MAX_DEPTH) throw new AppError('not-possible', `Folders go ${MAX_DEPTH} deep at most`);
  };

  return {
    addFolder: writing(db, (parentId: FolderId | null, name: string): FeedFolder => {
      places.check(parentId);
      if (places.around(parentId).length >= MAX_DEPTH)
        throw new AppError('not-possible', `Folders go ${MAX_DEPTH} deep at most`);
      return toFolder(places.folder(parentId, name));
    }),

    /** The folder at a path of names, made where it is missing; null for none. */
    folderAt: writing(db, (path: readonly string[]): FolderId | null => places.atPath(path)),

    changeFolder: writing(
      db,
      (
        id: FolderId,
        { name, parentId }: { readonly name?: string; readonly parentId?: FolderId | null },
      ): FeedFolder => {
        const row = known(id);
        const isMoved = parentId !== undefined && parentId !== row.parent_id;
        if (isMoved) {
          places.check(parentId);
          refuseInside(id, parentId);
        }
        const changed: FolderRow = {
          ...row,
          name: name ?? row.name,
          ...(isMoved ? { parent_id: parentId, position: places.end(parentId) } : {}),
        };
        change.run(changed);
        return toFolder(changed);
      },
    ),

    removeFolder: writing(db, (id: FolderId): null => {
      const row = known(id);
      const behind = places.end(row.parent_id);
      for (const move of moveOut) move.run({ id, to: row.parent_id, behind });
      const uid = remove.get(id);
      if (uid !== undefined) remember.run(uid, now());
      return null;
    }),

    orderFolder: writing(db, (folderId: FolderId | null, order: readonly FolderMember[]): null => {
      places.check(folderId);
      for (const member of order) if ('folderId' in member) refuseInside(known(member.folderId).id, folderId);
      let position = 0;
      const put = (kind: 'feed' | 'folder', id: number) => {
        const { changes } = (kind === 'feed' ? putFeed : putFolder).run({ id, folderId, position: ++position });
        if (changes === 0) throw new AppError('not-found', `There is no such ${kind}`);
      };
      const before = members.all({ folderId });
      const named = new Set<string>();
      for (const member of order) {
        const [kind, id] =
          'feedId' in member ? (['feed', member.feedId] as const) : (['folder', member.folderId] as const);
        if (named.has(`${kind}${id}`)) continue;
        named.add(`${kind}${id}`);
        put(kind, id);
      }
      for (const { kind, id } of before) if (!named.has(`${kind}${id}`)) put(kind, id);
      return null;
    }),
  };
}
