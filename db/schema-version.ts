import type { WritableDb } from './open.ts';

/** How many migrations there are. A library that has seen them all is opened without loading them. */
export const SCHEMA_VERSION = 21;

/** How many migrations a database has seen. */
export const versionOf = (db: WritableDb): number => Number(db.pragma('user_version', { simple: true }));
