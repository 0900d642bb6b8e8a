import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

// What an import is held against: the plainest script that makes the same files searchable, as a whole process.
const [, , folder = '', file = ''] = process.argv;
const startedAt = performance.now();
const db = new Database(file);
db.exec('CREATE VIRTUAL TABLE page USING fts5 (path, text)');
const insert = db.prepare('INSERT INTO page VALUES (?, ?)');
const save = db.transaction((paths: readonly string[]) => {
  for (const path of paths) insert.run(path, readFileSync(path, 'utf8'));
});
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map((entry) => join(entry.parentPath, entry.name));
for (let at = 0; at < paths.length; at += 1_000) save(paths.slice(at, at + 1_000));
db.close();
console.log(JSON.stringify({ files: paths.length, elapsedMs: performance.now() - startedAt }));
