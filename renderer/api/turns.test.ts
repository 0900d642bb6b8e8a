import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('a task begins when the one before has ended', async () => {
  const inTurn = createTurns();
  const said: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const one = inTurn(async () => {
    said.push('one begins');
    await released;
    said.push('one ends');
  });
  const two = inTurn(async () => void said.push('two'));
  await Promise.resolve();
  release();
  await Promise.all([one, two]);
  expect(said).toEqual(['one begins', 'one ends', 'two']);
});

test('a task that fails tells its caller, and the next one still has its turn', async () => {
  const inTurn = createTurns();
  const failing = inTurn(() => Promise.reject(new Error('no')));
  const next = inTurn(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
