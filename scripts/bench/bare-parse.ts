import { parseDocument } from 'htmlparser2';
import { createPool } from '../../base/pool.ts';
import { decode } from '../../ingest/detect/charset.ts';
import { FILE_LIMIT_MS, HEAP_LIMIT_MB } from '../../ingest/limits.ts';
import { readMessage } from '../../ingest/mime/parts.ts';
import { piecesOf } from '../../ingest/parse/mail/body.ts';
import type { IngestWorkerData } from '../../ingest/worker.ts';
import { layout } from '../../main/hosts/layout.ts';
import { expand } from '../../main/import/containers/expand.ts';
import { isRefusal } from '../../main/import/refusal.ts';
import { walk } from '../../main/import/walk.ts';

// What an import of an archive is held against: its articles are read, decoded and parsed one after another, as a whole process. Nothing is
// made of them and nothing stored; pictures are not looked at.
const [, , file = '', spoolFolder = ''] = process.argv;
const pool = createPool({
  workerUrl: layout.workers.ingest,
  size: 1,
  workerData: { isInBackground: false } satisfies IngestWorkerData,
  heapLimitMb: HEAP_LIMIT_MB,
  callLimitMs: FILE_LIMIT_MS,
  idleMs: FILE_LIMIT_MS,
});
let [files, bytes, nodes] = [0, 0, 0];
const entries = expand(walk([file]), {
  pool,
  spoolFolder,
  open: new Set(),
  signal: null,
  found: () => {},
  holders: () => {},
});
for await (const entry of entries) {
  const content = await entry.read();
  if (!isRefusal(content)) {
    files++;
    bytes += content.byteLength;
    nodes += parsed(entry.name, content);
  }
  await entry.done?.();
}
await pool.close();
console.log(JSON.stringify({ files, bytes, nodes }));

/** @returns how many nodes there are at the top, so that nothing is parsed in vain */
function parsed(name: string, content: Uint8Array): number {
  if (name.endsWith('.eml'))
    return piecesOf(readMessage(content)).reduce((sum, { text }) => sum + parseDocument(text).children.length, 0);
  const { text } = decode(content, null, true);
  return /^\s*</.test(text) ? parseDocument(text).children.length : text.length;
}
