import type { Prospect } from '../contract/imports.ts';
import { hashKey } from './hash-key.ts';
import type { ReadableDb } from './open.ts';
import { uidKey } from './uid-key.ts';

/** Who an article is. */
export interface Identity {
  readonly uid: string;
  readonly canonicalUrl: string | null;
  readonly originalHash: string;
}

/** Tells what articles would be to the library, as saving them would find it. */
export function prospects(db: ReadableDb) {
  // What lies in the trash comes out of it.
  const byHash = db
    .prepare<[Uint8Array], number>(
      'SELECT a.is_trashed FROM original o JOIN article a ON a.id = o.article_id WHERE o.hash = ?',
    )
    .pluck();
  const byUid = db.prepare<[string], number>('SELECT 1 FROM article WHERE uid = ?').pluck();
  const byUrl = db.prepare<[string], number>('SELECT 1 FROM article WHERE canonical_url = ?').pluck();

  const prospectOf = ({ uid, canonicalUrl, originalHash }: Identity): Prospect => {
    const isTrashed = byHash.get(hashKey(originalHash));
    if (isTrashed !== undefined) return isTrashed ? 'changed' : 'known';
    const isThere = byUid.get(uidKey(uid)) ?? (canonicalUrl === null ? undefined : byUrl.get(canonicalUrl));
    return isThere === undefined ? 'fresh' : 'changed';
  };

  return { prospects: (identities: readonly Identity[]): readonly Prospect[] => identities.map(prospectOf) };
}
