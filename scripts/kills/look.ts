import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { noLog } from '../../base/log.ts';
import { createClient } from '../../contract/client.ts';
import type { ArticleId } from '../../contract/model.ts';
import { createEngine } from '../../main/engine.ts';
import { layout } from '../../main/hosts/layout.ts';
import type { Line } from './import-process.ts';

/** Looks into a library whose program was killed. @returns what is not as it was told, in words */
export async function faultsOf(library: string, told: readonly Line[]): Promise<readonly string[]> {
  const engine = await createEngine({ ...layout, folder: library, log: noLog, now: Date.now, hasWindow: false });
  const client = createClient({ send: engine.dispatch, subscribe: engine.subscribe });
  const faults: string[] = [];
  try {
    faults.push(...(await engine.check()).problems);
    for (const { path, status, articleId, title } of told) {
      if (status !== 'imported' && status !== 'duplicate') continue;
      const found = await client.call('articles.get', { id: Number(articleId) as ArticleId }).catch(String);
      if (typeof found === 'string') faults.push(`${path} was told as ${status} and is not there: ${found}`);
      else if (found.title !== title) faults.push(`${path} was told as “${title}” and is “${found.title}”`);
      else if (found.images.some(({ src }) => src === null)) faults.push(`${path} has lost a picture`);
    }
    for (const { id, name, state, total, counts } of await client.call('imports.list', null)) {
      const { items } = await client.call('imports.items', { id, status: 'all', after: -1, limit: 1_000 });
      const counted = Object.values(counts).reduce((a, b) => a + b, 0);
      if (state === 'running') faults.push(`Import ${id} of ${name} seems to run`);
      if (items.length !== counted) faults.push(`Import ${id} counts ${counted} files and names ${items.length}`);
      if (state === 'done' && total !== counted) faults.push(`Import ${id} met ${total} files and counts ${counted}`);
    }
  } finally {
    await engine.close();
  }
  return [...faults, ...leftIn(library)];
}

/** Files that only a program that runs may have. */
function leftIn(library: string): readonly string[] {
  const spool = join(library, 'spool');
  const spooled = existsSync(spool) ? readdirSync(spool) : [];
  const halves = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.part'));
  return [...spooled, ...halves].map((name) => `${name} was left behind`);
}
