import { expect, test } from 'vitest';
import type { RequestId } from '../contract/ledger.ts';
import type { NewRequest } from './ledger.ts';
import { ledgerReads, ledgerWrites } from './ledger.ts';
import { memoryDb, NOW } from './testing.ts';

const DAY = 86_400_000;

const request = (stated: Partial<NewRequest> = {}): NewRequest => ({
  ...{ at: NOW, method: 'GET', url: 'https://news.example/feed', host: 'news.example', why: 'feed' },
  ...{ feedId: null, articleId: null, refusal: null },
  ...stated,
});

const ended = (id: RequestId | null, stated = {}) => ({
  ...{ id: id ?? (0 as RequestId), status: 200, sentBytes: 10, receivedBytes: 100, durationMs: 5 },
  ...{ outcome: 'ok' as const, message: null },
  ...stated,
});

test('requests are noted when they begin and when they end, and read newest first, page by page', () => {
  const db = memoryDb();
  const { noteRequests } = ledgerWrites(db);
  const { ledger } = ledgerReads(db);
  const [first, second] = noteRequests([request(), request({ url: 'https://news.example/2' })], []);
  noteRequests([request({ url: 'https://news.example/3' })], [ended(first?.id ?? null)]);
  const page = ledger(null, 2);
  expect(page.requests.map(({ url, outcome }) => [url, outcome])).toEqual([
    ['https://news.example/3', null],
    ['https://news.example/2', null],
  ]);
  expect(page.next).toBe(second?.id);
  expect(ledger(page.next, 2)).toMatchObject({ requests: [{ outcome: 'ok', receivedBytes: 100 }], next: null });
});

test('while a host is paused, and in offline mode, a request is not noted, for it may not be sent; one that is refused is', () => {
  const db = memoryDb();
  const { noteRequests } = ledgerWrites(db);
  const pause = { until: NOW + 1_000, reason: 'too-many-requests' as const, times: 1 };
  const [first] = noteRequests([request()], []);
  noteRequests([], [ended(first?.id ?? null, { pause })]);
  expect(noteRequests([request(), request({ host: 'other.example' })], [])).toMatchObject([
    { id: null, pause },
    { id: 2, pause: null },
  ]);
  expect(noteRequests([request({ at: NOW + 1_000 })], [])).toMatchObject([{ id: 3, pause }]);
  const refusal = { outcome: 'private-address' as const, message: 'No.' };
  expect(noteRequests([request({ refusal })], [])).toMatchObject([{ id: 4 }]);
  expect(ledgerReads(db).ledger(null, 1)).toMatchObject({ requests: [{ outcome: 'private-address', message: 'No.' }] });
});

test('what was refused is listed, and counted nowhere: it did not leave this computer', () => {
  const refusal = { outcome: 'private-address' as const, message: 'No.' };
  for (const kept of [100, 2]) {
    const db = memoryDb();
    const { noteRequests } = ledgerWrites(db, kept);
    const [first] = noteRequests([request()], []);
    noteRequests([request({ refusal, host: 'router' })], [ended(first?.id ?? null)]);
    noteRequests([request(), request()], []);
    expect(ledgerReads(db).ledgerTotals()).toMatchObject({
      ...{ requests: 3, sentBytes: 10 },
      ...{ hosts: [{ host: 'news.example', requests: 3 }], days: [{ requests: 3 }] },
    });
  }
});

test('old requests become sums of days and hosts, and nothing is lost of what they came to', () => {
  const db = memoryDb();
  const { noteRequests } = ledgerWrites(db, 4);
  const { ledger, ledgerTotals } = ledgerReads(db);
  for (let nth = 0; nth < 10; nth++) {
    const [noted] = noteRequests(
      [request({ at: NOW + nth * (DAY / 4), host: nth % 2 ? 'b.example' : 'a.example' })],
      [],
    );
    noteRequests([], [ended(noted?.id ?? null)]);
  }
  expect(ledger(null, 100).requests).toHaveLength(6);
  expect(ledgerTotals()).toMatchObject({
    ...{ requests: 10, sentBytes: 100, receivedBytes: 1_000 },
    hosts: [
      { host: 'a.example', requests: 5, receivedBytes: 500 },
      { host: 'b.example', requests: 5 },
    ],
  });
  expect(ledgerTotals().days.map(({ at, requests }) => [at % DAY, requests])).toEqual([
    [0, 4],
    [0, 4],
    [0, 2],
  ]);
});
