import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { fileServer, soundOf } from '../../enclosures/file-server.testing.ts';
import { cli, cliHere, startCli } from './run.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const env = { TEARSHEET_ALLOW_PRIVATE_NETWORKS: '1' };
const SOUND = soundOf(3_500_000);
const run = (...words: readonly string[]) => cliHere([...words, '--library', 'lib'], { cwd: folder.path, env });

async function shows() {
  const server = await fileServer({ bytes: SOUND, etag: '"one"' });
  server.pages['/rss'] = `<rss version="2.0"><channel><title>Shows</title><item><title>One</title><guid>1</guid>
<description>What was said in it.</description><enclosure url="${server.url}" type="audio/mpeg" length="5"/></item></channel></rss>`;
  await run('feed', 'add', `${server.origin}/rss`);
  return server;
}

test('files of an article are listed and fetched, with how far it is', async () => {
  await using server = await shows();
  const { url } = server;
  expect((await run('enclosure', 'list', '1')).lines).toMatchObject([{ url, status: 'away', receivedBytes: 0 }]);
  const fetched = await run('enclosure', 'fetch', '1');
  expect(fetched).toMatchObject({ code: 0, lines: [{ url, status: 'here', sizeBytes: SOUND.length }] });
  expect(fetched.stderr).toContain('3.3 MB of 3.3 MB');
  expect((await run('enclosure', 'fetch', '1', url)).lines).toMatchObject([{ status: 'here' }]);
  expect(server.asked).toHaveLength(1);
});

test('what does not come says why', async () => {
  await using server = await shows();
  server.file.cutAfter = 2_400_000;
  const fetched = await run('enclosure', 'fetch', '1');
  expect(fetched).toMatchObject({ code: 3, lines: [{ status: 'begun', error: { code: 'not-possible' } }] });
  expect((await run('enclosure', 'fetch', '1', 'https://a.example/other')).code).toBe(1);
  for (const words of [['enclosure'], ['enclosure', 'list'], ['enclosure', 'list', 'x'], ['enclosure', 'eat', '1']])
    expect((await run(...words)).code).toBe(2);
});

test.each(['SIGKILL', 'SIGINT'] as const)('a fetch that is ended by %s goes on where it was', async (signal) => {
  await using server = await shows();
  server.file.stallAfter = 2_400_000;
  const child = startCli(['enclosure', 'fetch', '1', '--library', 'lib'], { cwd: folder.path, env });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve) => child.stderr?.once('data', () => resolve()));
  child.kill(signal);
  expect(await exit).toBe(signal === 'SIGINT' ? 130 : null);
  const [begun] = (await run('enclosure', 'list', '1')).lines;
  expect(begun).toMatchObject({ status: 'begun', sizeBytes: SOUND.length });
  server.file.stallAfter = null;
  const rest = await cli(['enclosure', 'fetch', '1', '--library', 'lib'], { cwd: folder.path, env });
  expect(rest).toMatchObject({ code: 0, lines: [{ status: 'here', sizeBytes: SOUND.length }] });
  expect(server.asked.at(-1)).toMatchObject({ range: `bytes=${begun?.['receivedBytes']}-`, ifRange: '"one"' });
});
