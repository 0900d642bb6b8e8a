import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileLog } from './log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tearsheet-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('each entry is one line of JSON, whatever its words hold', () => {
  const file = join(folder, 'app.log');
  const log = fileLog(file, () => Date.UTC(2026, 0, 2, 3, 4, 5));
  log('warn', 'two\nlines', { path: 'a "b"\r\n', ms: 41.5, isIt: true, none: null });
  log('error', 'bare');
  expect(lines(file)).toEqual([
    {
      at: '2026-01-02T03:04:05.000Z',
      level: 'warn',
      message: 'two\nlines',
      path: 'a "b"\r\n',
      ms: 41.5,
      isIt: true,
      none: null,
    },
    { at: '2026-01-02T03:04:05.000Z', level: 'error', message: 'bare' },
  ]);
});

test('no more than two files of about 2 MB are kept', () => {
  const file = join(folder, 'app.log');
  const log = fileLog(file, () => 0);
  const long = 'x'.repeat(100_000);
  for (let nth = 0; nth < 70; nth++) log('info', `${nth} ${long}`);
  expect(readdirSync(folder).sort()).toEqual(['app.log', 'app.log.1']);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(2_200_000);
  expect(lines(file).at(-1)).toMatchObject({ message: `69 ${long}` });
});

test('a log that cannot be written is no reason to stop', () => {
  mkdirSync(join(folder, 'app.log'));
  fileLog(join(folder, 'app.log'), () => 0)('info', 'lost');
  fileLog(join(folder, 'nowhere', 'app.log'), () => 0)('info', 'lost');
  expect(readdirSync(folder)).toEqual(['app.log']);
});
