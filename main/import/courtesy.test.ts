import { expect, test } from 'vitest';
import { createCourtesy } from './courtesy.ts';

test('nobody who waits for nobody is kept waiting', async () => {
  const { turn } = createCourtesy(() => 0);
  await turn();
});

test('after a question it is quiet for as long as was said before an import goes on', async () => {
  let time = 1_000;
  const { asked, turn } = createCourtesy(() => time++, 40, 1_000);
  asked();
  await turn();
  expect(time).toBeGreaterThanOrEqual(1_040);
});

test('whoever asks without end does not stop an import', async () => {
  let time = 0;
  const courtesy = createCourtesy(
    () => {
      time += 10;
      return time;
    },
    100,
    300,
  );
  courtesy.asked();
  let isOver = false;
  const turn = courtesy.turn().then(() => {
    isOver = true;
  });
  while (!isOver) {
    courtesy.asked();
    await new Promise((then) => setTimeout(then));
  }
  await turn;
  expect(time).toBeGreaterThanOrEqual(300);
});
