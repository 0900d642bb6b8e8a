import { expect, test } from 'vitest';
import type { ImportCounts, ImportItem, ImportSummary, ItemStatus } from '../../../contract/imports.ts';
import type { ImportId } from '../../../contract/model.ts';
import { countWords, endWords, groupByReason, progressWords, stateWords } from './words.ts';

const counts = (some: Partial<ImportCounts>): ImportCounts => ({
  imported: 0,
  duplicate: 0,
  updated: 0,
  skipped: 0,
  failed: 0,
  ...some,
});
const summary = (change: Partial<ImportSummary>): ImportSummary => ({
  id: 1 as ImportId,
  name: 'clippings',
  origin: 'upload',
  state: 'done',
  startedAt: 0,
  finishedAt: 1,
  total: 10_000,
  counts: counts({ imported: 3_240 }),
  problem: null,
  isElsewhere: false,
  tags: [],
  undoneAt: null,
  canRetry: false,
  isPaused: false,
  isCounted: true,
  ...change,
});
const item = (path: string, status: ItemStatus, message?: string): ImportItem => ({
  path,
  format: null,
  status,
  articleId: null,
  title: null,
  note: null,
  error: message === undefined ? null : { code: 'x', message },
});

test('progress says how far, how fast and how long', () => {
  expect(progressWords(summary({}), 2_100)).toBe('3,240 of 10,000 files · 2,100 a second · 3 s left');
  expect(progressWords(summary({}), 0)).toBe('3,240 of 10,000 files');
});

test('while an archive is sent, it says how much has come', () => {
  const waiting = summary({ state: 'running', total: 0, counts: counts({}) });
  const MB = 1024 * 1024;
  expect(progressWords(waiting, 0, { bytes: 119.5 * MB, totalBytes: 3_400 * MB })).toBe('120 of 3,400 MB received');
  expect(progressWords(waiting, 0, { bytes: 5 * MB, totalBytes: 0 })).toBe('5 MB received');
  expect(progressWords(summary({}), 0, { bytes: MB, totalBytes: MB })).toMatch(/^3,240 of 10,000 files/);
});

test('only what there was any of is counted', () => {
  expect(countWords(counts({ imported: 40, duplicate: 2, failed: 1 }))).toBe(
    '40 imported, 2 already here, 1 could not be read',
  );
  expect(countWords(counts({}))).toBe('Nothing imported');
});

test('a cancelled import says so', () => {
  expect(endWords(summary({ state: 'cancelled' }))).toBe('Import cancelled: 3,240 imported');
});

test('an end before its end says why, and what to do', () => {
  const interrupted = summary({ state: 'interrupted', problem: 'The disk is full: nothing was changed' });
  expect(endWords(interrupted)).toBe('Import interrupted: 3,240 imported. The disk is full: nothing was changed');
  expect(stateWords(interrupted)).toBe(
    'Interrupted: The disk is full: nothing was changed. Import the same files again to go on: none is taken twice',
  );
  expect(stateWords(summary({ state: 'interrupted' }))).toMatch(/^Interrupted: Tearsheet was closed\./);
});

test('an import of another program says so', () => {
  expect(stateWords(summary({ state: 'running', isElsewhere: true }))).toBe('Running in another program');
  expect(stateWords(summary({ state: 'running' }))).toBe('Running');
  expect(progressWords(summary({ total: 0, counts: counts({}) }), 0)).toBe('Looking for files…');
  expect(progressWords(summary({ total: 0, counts: counts({}), isPaused: true }), 0)).toBe(
    'Looking for files · paused',
  );
});

test('files are grouped by reason, failures first, each named', () => {
  const groups = groupByReason([
    item('a.txt', 'duplicate'),
    item('b.jpg', 'skipped', 'This is not an article file.'),
    item('c.txt', 'failed', 'The file is empty'),
    item('d.zip', 'skipped', 'This is not an article file.'),
  ]);
  expect(groups.map(({ reason, items }) => [reason, items.map(({ path }) => path)])).toEqual([
    ['The file is empty', ['c.txt']],
    ['This is not an article file', ['b.jpg', 'd.zip']],
    ['Already in the library', ['a.txt']],
  ]);
});
