import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { feedServer, rss } from '../../feeds/feed-server.testing.ts';
import { EXIT } from './command.ts';
import { cliHere } from './run.testing.ts';
import { runCommandLine } from './run.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const env = { TEARSHEET_ALLOW_PRIVATE_NETWORKS: '1' };
const run = (words: readonly string[]) => cliHere([...words, '--library', 'lib'], { cwd: folder.path, env });

/** The same, as somebody at a terminal sees it. */
async function runAtTerminal(words: readonly string[]): Promise<{ code: number; shown: string }> {
  const shown: string[] = [];
  const { signal } = new AbortController();
  const code = await runCommandLine([...words, '--library', 'lib'], {
    env: { HOME: folder.path, ...env },
    from: folder.path,
    isTerminal: true,
    out: (line) => shown.push(line),
    say: (line) => shown.push(line),
    signal,
    unheard: signal,
  });
  return { code, shown: shown.join('\n') };
}

describe.each(['save', 'feed add', 'feed look', 'feed pick', 'feed address 1'])('%s', (command) => {
  const words = command.split(' ');

  test('an address that is not taken: exit code 3, and why', async () => {
    await using server = await feedServer({ '/feed': rss([{ title: 'One' }]) });
    await run(['feed', 'add', server.url('/feed')]);
    for (const address of ['file:///etc/passwd', server.url('/nowhere')]) {
      const { code, stdout, stderr } = await run([...words, address]);
      expect({ address, code }).toEqual({ address, code: EXIT.someFailed });
      expect(stdout + stderr).not.toBe('');
      const { code: shownCode, shown } = await runAtTerminal([...words, address]);
      expect({ address, code: shownCode }).toEqual({ address, code: EXIT.someFailed });
      expect(shown).not.toBe('');
    }
  });

  test('no address at all: exit code 2', async () => {
    expect((await run(words)).code).toBe(EXIT.usage);
  });
});

test('what names something of the library that is not there did not work: exit code 1', async () => {
  await run(['offline', 'off']);
  for (const words of [
    ['feed', 'remove', 'https://a.example/feed'],
    ['feed', 'address', 'https://a.example/feed', 'https://b.example/feed'],
    ['sync', '--feed', 'https://a.example/feed'],
    ['enclosure', 'fetch', '1', 'https://a.example/film'],
  ])
    expect({ words, code: (await run(words)).code }).toEqual({ words, code: EXIT.failed });
});
