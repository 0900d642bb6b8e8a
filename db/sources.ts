import type { SourceId } from '../contract/model.ts';
import type { WritableDb } from './open.ts';
import type { SourceKey } from './prepared.ts';

/** Where articles come from, by kind and key; added when it is met first. For use inside a transaction. */
export function sourceIds(db: WritableDb): (source: SourceKey) => SourceId {
  const find = db.prepare<[string, string], SourceId>('SELECT id FROM source WHERE kind = ? AND key = ?').pluck();
  const add = db
    .prepare<[SourceKey], SourceId>('INSERT INTO source (kind, key, name) VALUES (@kind, @key, @name) RETURNING id')
    .pluck();
  return (source) => {
    const id = find.get(source.kind, source.key) ?? add.get(source);
    if (id === undefined) throw new Error('INSERT gave no id');
    return id;
  };
}
