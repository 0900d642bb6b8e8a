import Database from 'better-sqlite3';

declare const access: unique symbol;

/** A connection that may only read: a write through it does not compile. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'transaction'> & { readonly [access]?: 'read' | 'write' };
/** The writer's connection. */
export type WritableDb = Database.Database & { readonly [access]: 'write' };

/** `TSHT`, so that a file can be told from any other program's. */
export const APPLICATION_ID = 0x54534854;

/**
 * Measured with 100,000 articles of 2 kB: pages of 8 kB hold the packed bodies in a tenth less room than pages of 4 kB, and imports take as long.
 * NORMAL is safe with WAL: a power cut may lose the last transactions, never the file.
 */
const pragmas = (cacheKb: number) => [
  'foreign_keys = ON',
  'synchronous = NORMAL',
  'temp_store = MEMORY',
  'trusted_schema = OFF',
  `cache_size = -${cacheKb}`,
];

/** A large import fills what it is given and is no faster with four times as much. */
const WRITER_CACHE_KB = 16_384;

/** Opens for writing; makes the file when it is not there. Does not touch what is inside. */
export function openForWriting(file: string, busyTimeoutMs: number): WritableDb {
  const db = new Database(file, { timeout: busyTimeoutMs });
  return set(db, [
    'page_size = 8192',
    ...pragmas(WRITER_CACHE_KB),
    'wal_autocheckpoint = 2000',
    'journal_size_limit = 67108864',
  ]) as WritableDb;
}

/** Opens for reading. The file must be there and of this version's schema. */
export function openForReading(file: string, busyTimeoutMs: number, cacheKb: number): Database.Database {
  return set(new Database(file, { timeout: busyTimeoutMs, readonly: true, fileMustExist: true }), pragmas(cacheKb));
}

function set(db: Database.Database, settings: readonly string[]): Database.Database {
  try {
    for (const setting of settings) db.pragma(setting);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Makes a function one transaction that takes the write lock at its start: what it reads cannot change before it writes. */
export function writing<A extends unknown[], R>(db: WritableDb, run: (...args: A) => R): (...args: A) => R {
  const transaction = db.transaction(run);
  return (...args) => transaction.immediate(...args);
}

/** Makes a function see the library as it stands at its start, whatever is written meanwhile. */
export function reading<A extends unknown[], R>(db: ReadableDb, run: (...args: A) => R): (...args: A) => R {
  const transaction = db.transaction(run);
  return (...args) => transaction.deferred(...args);
}
