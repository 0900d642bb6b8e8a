import { execFileSync } from 'node:child_process';
import { expect, test } from './app.ts';
import { inCheckout } from './built-copy.ts';
import { chunks } from './hostile/carriers.ts';
import { news } from './news.ts';
import { rows } from './window.ts';

/** More of them by hand: `TEARSHEET_FUZZ_CALLS=100000`. */
const CALLS = process.env['TEARSHEET_FUZZ_CALLS'] ?? '2000';

test.use({ seed: news });
test.setTimeout(3_600_000);

interface Host {
  send(request: unknown): Promise<unknown>;
}

test('whatever the page sends over the bridge is answered as agreed', async ({ app, page }) => {
  const words = [inCheckout('scripts/run.js'), './fuzz.ts', '--print', '--calls', CALLS, '--seed', '5'];
  const calls = execFileSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 2 ** 31 - 1 })
    .split('\n')
    .filter((line) => line !== '');
  expect(calls).toHaveLength(Number(CALLS));
  for (const bundle of chunks(calls, 200)) {
    const faults = await page.evaluate(async (texts) => {
      const { host } = window as unknown as { readonly host: Host };
      const calm = new Set(
        'unknown-method invalid-params not-found not-possible private-address cancelled too-large'.split(' '),
      );
      const replies = await Promise.all(
        texts.map(async (text) => {
          try {
            return await host.send(JSON.parse(text));
          } catch (error) {
            // The bridge itself takes nothing that is nested deeper than a thousand times.
            return /recursion depth/.test(String(error)) ? { ok: true, result: 'not let through' } : String(error);
          }
        }),
      );
      return replies.flatMap((reply, nth) => {
        const { ok, result, error } = reply as {
          ok: unknown;
          result?: unknown;
          error?: { code: string; message: string };
        };
        const isGood = ok === true ? result !== undefined && !error : ok === false && calm.has(error?.code ?? '');
        return isGood ? [] : [`${texts[nth]?.slice(0, 300)}: ${JSON.stringify(reply).slice(0, 300)}`];
      });
    }, bundle);
    expect(faults).toEqual([]);
  }
  const { code } = await app.cli('check');
  expect(code).toBe(0);
});

test('what no contract knows does not come through the bridge, or is refused by name', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const { host } = window as unknown as { readonly host: Host };
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    const odd = [
      undefined,
      Number.NaN,
      12n,
      cyclic,
      new Date(),
      new Map([['id', 1]]),
      new Uint8Array(9),
      Array(5),
      () => 1,
      Symbol('x'),
      document.body,
    ];
    const calls = odd.flatMap((value) => [
      value,
      { method: value, params: null },
      { method: 'articles.get', params: value },
      { method: 'articles.get', params: { id: value } },
    ]);
    const codes = calls.map((call) =>
      Promise.resolve()
        .then(() => host.send(call))
        .then(
          (reply) => (reply as { readonly error?: { readonly code: string } }).error?.code ?? 'answered',
          () => 'not let through',
        ),
    );
    return [...new Set(await Promise.all(codes))].sort();
  });
  expect(answers.filter((code) => !['invalid-params', 'not let through', 'unknown-method'].includes(code))).toEqual([]);
  await expect(rows(page)).not.toHaveCount(0);
});
