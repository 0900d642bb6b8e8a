import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createPool } from '../../../base/pool.ts';
import { temporaryFolder } from '../../../db/testing.ts';
import { layout } from '../../hosts/layout.ts';
import { tarOf } from '../../tar.testing.ts';
import { zipFiles } from '../../zip.testing.ts';
import { fileCandidate } from '../candidate.ts';
import { isRefusal } from '../refusal.ts';
import { singleFiles } from '../walk.ts';
import type { Container } from './container.ts';
import { expand } from './expand.ts';

const pool = createPool({
  ...{ workerUrl: layout.workers.ingest, size: 1, heapLimitMb: 64, callLimitMs: 10_000, idleMs: 1_000 },
});

test('what is being unpacked when nobody waits for it any more is given up, and leaves nothing behind', async () => {
  using folder = temporaryFolder();
  const packed = gzipSync(tarOf([{ name: 'story.txt', bytes: randomBytes(1024 * 1024) }]));
  const path = join(folder.path, 'all.zip');
  writeFileSync(path, zipFiles({ 'inner.tar.gz': packed }));
  const spoolFolder = join(folder.path, 'spool');

  const met = async (signal: AbortSignal, onOpened: () => void) => {
    const open = new Set<Pick<Container, 'close'>>();
    async function* given() {
      yield fileCandidate({ path, source: singleFiles });
    }
    const names: string[] = [];
    const options = { pool, spoolFolder, open, signal, found: onOpened, holders: () => {} };
    for await (const { name, read } of expand(given(), options)) {
      const content = await read();
      names.push(isRefusal(content) ? `${name}: ${content.status}` : name);
    }
    await Promise.all([...open].map((container) => container.close()));
    return names;
  };

  const staying = new AbortController();
  expect(await met(staying.signal, () => {})).toEqual(['story.txt']);
  const leaving = new AbortController();
  expect(await met(leaving.signal, () => leaving.abort())).toEqual(['inner.tar.gz: failed']);
  expect(existsSync(spoolFolder) ? readdirSync(spoolFolder) : []).toEqual([]);
});
