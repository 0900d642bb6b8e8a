import type { EpochMs } from '../contract/model.ts';
import type { WritableDb } from './open.ts';
import { cleanTag, foldTag, type TagRow, tagWords } from './tag-names.ts';

interface AnyTagRow extends TagRow {
  readonly removed_at: EpochMs | null;
}

/** The tags themselves, apart from what carries them. A deleted one keeps its row. */
export function tagRecords(db: WritableDb, now: () => EpochMs) {
  const byFolded = db.prepare<[string], AnyTagRow>('SELECT id, name, removed_at FROM tag WHERE folded = ?');
  const insert = db
    .prepare<[object], number>(
      'INSERT INTO tag (name, folded, words, changed_at) VALUES (@name, @folded, @words, @at) RETURNING id',
    )
    .pluck();
  const write = db.prepare<[object]>(
    'UPDATE tag SET name = @name, folded = @folded, words = @words, changed_at = @at, removed_at = NULL WHERE id = @id',
  );
  const remove = db.prepare<[object]>('UPDATE tag SET removed_at = @at, changed_at = @at WHERE id = @id');
  const columns = (written: string) => {
    const name = cleanTag(written);
    return { name, folded: foldTag(name), words: tagWords(name), at: now() };
  };

  return {
    /** A tag by name, living or deleted, however it is written. */
    find: (written: string): AnyTagRow | undefined => byFolded.get(foldTag(cleanTag(written))),
    /** Gives a tag a name and life. */
    name: (id: number, written: string): void => {
      write.run({ id, ...columns(written) });
    },
    remove: (id: number): void => {
      remove.run({ id, at: now() });
    },
    /** The living tag of a name, made or brought back when need be. */
    make(written: string): { readonly id: number; readonly isNew: boolean } {
      const known = byFolded.get(foldTag(cleanTag(written)));
      if (known && known.removed_at === null) return { id: known.id, isNew: false };
      if (known) {
        write.run({ id: known.id, ...columns(written) });
        return { id: known.id, isNew: true };
      }
      const id = insert.get(columns(written));
      if (id === undefined) throw new Error('INSERT gave no id');
      return { id, isNew: true };
    },
  };
}
