import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createCourtesy } from './courtesy.ts';

/** A clock that goes on a little whenever it is looked at. */
function clock(step: number): () => number {
  let time = 0;
  return () => {
    time += step;
    return time;
  };
}

test('while nobody asks nobody waits', async () => {
  const { turn } = createCourtesy(() => 0, 1);
  expect(await turn(async () => 'read')).toBe('read');
  await expect(turn(() => Promise.reject(new Error('unreadable')))).rejects.toThrow('unreadable');
  expect(await turn(async () => 'read')).toBe('read');
});

test('after a question it is quiet for as long as was said before an import goes on', async () => {
  const now = clock(1);
  const { asked, turn } = createCourtesy(now, 1, 40, 1_000);
  asked();
  await turn(async () => {});
  expect(now()).toBeGreaterThan(40);
});

test('whoever asks without end does not stop imports, but they get their turns one at a time', async () => {
  const now = clock(10);
  const { asked, turn } = createCourtesy(now, 3, 100, 300);
  const given: number[] = [];
  const turns = [1, 2, 3].map(() => turn(async () => given.push(now())));
  asked();
  while (given.length < turns.length) {
    asked();
    await nextTurn();
  }
  const [first = 0, second = 0, third = 0] = given;
  expect(first).toBeGreaterThanOrEqual(300);
  expect(second - first).toBeGreaterThanOrEqual(300);
  expect(third - second).toBeGreaterThanOrEqual(300);
});

test('no more is begun than there are threads for: whoever asks then waits for little', async () => {
  const { turn } = createCourtesy(() => 0, 2);
  const ends: (() => void)[] = [];
  const turns = [1, 2, 3].map(() => turn(() => new Promise<void>((resolve) => ends.push(resolve))));
  await nextTurn();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await turns[1];
  await nextTurn();
  expect(ends).toHaveLength(3);
  for (const end of ends) end();
  await Promise.all(turns);
});
