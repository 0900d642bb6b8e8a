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
  const { turn } = createCourtesy(() => 0);
  await turn();
  await turn();
});

test('after a question it is quiet for as long as was said before an import goes on', async () => {
  const now = clock(1);
  const { asked, turn } = createCourtesy(now, 40, 1_000);
  asked();
  await turn();
  expect(now()).toBeGreaterThan(40);
});

test('whoever asks without end does not stop imports, but they get their turns one at a time', async () => {
  const now = clock(10);
  const { asked, turn } = createCourtesy(now, 100, 300);
  const given: number[] = [];
  const turns = [1, 2, 3].map(() => turn().then(() => given.push(now())));
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
