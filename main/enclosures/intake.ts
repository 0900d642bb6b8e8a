import { createHash } from 'node:crypto';
import { AppError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { BegunEnclosure, EnclosureHead } from '../../db/enclosure-fetches.ts';
import { ENCLOSURE_PART_BYTES } from '../../db/enclosure-parts.ts';
import type { Store } from '../../db/store.ts';

/** Puts what comes of a file together to parts and writes each as soon as it is full, so that no more than one is ever in memory. */
export function createIntake(store: Store, articleId: ArticleId, url: string) {
  const part = new Uint8Array(ENCLOSURE_PART_BYTES);
  let hash = createHash('sha256');
  let key: string | null = null;
  /** Of which so many are written. */
  let [received, written] = [0, 0];

  const clear = () => {
    hash = createHash('sha256');
    key = null;
    received = 0;
    written = 0;
  };

  /** Writes the part that is being filled, as far as it is. @throws AppError */
  async function write(): Promise<void> {
    if (received === written || key === null) return;
    const nth = Math.floor((received - 1) / ENCLOSURE_PART_BYTES);
    const isMine = await store.keepEnclosurePart(key, written, nth, part.subarray(0, received - nth * part.length));
    if (!isMine) throw lost();
    written = received;
  }

  return {
    get received() {
      return received;
    },
    /** Takes up what is here. @returns whether all of it is as it was written */
    async takeUp(begun: BegunEnclosure): Promise<boolean> {
      clear();
      for (let nth = 0; nth * part.length < begun.receivedBytes; nth++) {
        const bytes = await store.begunEnclosurePart(begun.key, nth);
        if (bytes?.length !== Math.min(begun.receivedBytes - nth * part.length, part.length)) {
          clear();
          return false;
        }
        hash.update(bytes);
        part.set(bytes);
      }
      key = begun.key;
      received = begun.receivedBytes;
      written = received;
      return true;
    },
    /** Begins from the first byte; what was here goes. @throws AppError `not-found` */
    async begin(head: EnclosureHead): Promise<void> {
      clear();
      key = await store.beginEnclosure(articleId, url, head);
      if (key === null) throw new AppError('not-found', 'The article has no such file');
    },
    /** @throws AppError `not-possible` */
    async take(piece: Uint8Array): Promise<void> {
      hash.update(piece);
      for (let at = 0; at < piece.length; ) {
        const filled = received % part.length;
        const some = piece.subarray(at, at + part.length - filled);
        part.set(some, filled);
        at += some.length;
        received += some.length;
        if (received % part.length === 0) await write();
      }
    },
    write,
    /** What has been taken is all. @throws AppError `not-possible` */
    async finish(): Promise<void> {
      await write();
      const file = { key: key ?? '', receivedBytes: received, hash: hash.digest('hex') };
      if (!(await store.finishEnclosure(file))) throw lost();
    },
  };
}

const lost = () => new AppError('not-possible', 'It was taken away, or begun by another program, while it was fetched');
