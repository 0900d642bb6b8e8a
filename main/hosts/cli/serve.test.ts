import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filter, query, temporaryFolder } from '../../../db/testing.ts';
import { story, writeTree } from '../../testing.ts';
import { cli, startCli } from './run.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

/** A running `serve`, and a browser that has been let in. */
async function serving(...words: readonly string[]) {
  const child = startCli(['serve', ...words, '--library', 'lib'], { cwd: folder.path });
  if (!child.stdout) throw new Error('No pipe');
  const [line] = await once(createInterface(child.stdout), 'line');
  const url = new URL((JSON.parse(line) as { url: string }).url);
  const entered = await fetch(url, { redirect: 'manual' });
  const headers = { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '', origin: url.origin };
  const call = async (method: string, params: unknown) => {
    const response = await fetch(new URL('/call', url), {
      method: 'POST',
      headers,
      body: JSON.stringify({ method, params }),
    });
    return response.json() as Promise<{ readonly result: Record<string, unknown> }>;
  };
  return { child, url, headers, call };
}

test('serve prints one address, answers there, and ends with Ctrl+C and exit 0', async () => {
  const { child, url, call } = await serving();
  expect(url).toMatchObject({ hostname: '127.0.0.1', pathname: '/' });
  expect(url.searchParams.get('token')).toMatch(/^[\w-]{32}$/);
  expect(await call('library.overview', null)).toMatchObject({ ok: true, result: { articles: 0 } });
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a port that is taken is said so', async () => {
  const { child, url } = await serving();
  const second = await cli(['serve', '--port', url.port, '--library', 'lib'], { cwd: folder.path });
  expect(second).toMatchObject({ code: 1, stdout: '' });
  expect(second.stderr).toContain(`Another program uses port ${url.port}\n`);
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('an import by command line while it is open shows there, told by an event', async () => {
  const { child, url, headers, call } = await serving();
  const stream = await fetch(new URL('/events', url), { headers });
  const told = (async () => {
    let text = '';
    for await (const chunk of (stream.body ?? []) as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      if (text.includes('articles.changed')) return;
    }
    throw new Error(`The stream ended with ${text}`);
  })();
  writeTree(folder.path, { 'a.txt': story('Harbour reopens') });
  expect((await cli(['import', 'a.txt', '--library', 'lib'], { cwd: folder.path })).code).toBe(0);
  await told;
  const { result } = await call('articles.list', query({ filter: filter() }));
  expect(result['items']).toMatchObject([{ title: 'Harbour reopens' }]);
  child.kill('SIGINT');
  await once(child, 'exit');
});
