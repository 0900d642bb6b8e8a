import { expect, test } from 'vitest';
import { oneAtATime } from './latest.ts';

/** A task that ends when it is told to. */
function task(name: string, begun: string[]) {
  let end = () => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    end: () => end(),
    run: () => {
      begun.push(name);
      return promise;
    },
  };
}

const turn = () => new Promise((done) => setTimeout(done));

test('while one is on its way only the newest waits, and the others are never begun', async () => {
  const begun: string[] = [];
  const [first, second, third] = [task('s', begun), task('st', begun), task('sto', begun)];
  const ask = oneAtATime();
  ask(first.run);
  ask(second.run);
  ask(third.run);
  expect(begun).toEqual(['s']);
  first.end();
  await turn();
  expect(begun).toEqual(['s', 'sto']);
});

test('one that fails does not hold up the next', async () => {
  const begun: string[] = [];
  const ask = oneAtATime();
  const next = task('next', begun);
  ask(() => Promise.reject(new Error('gone')).catch(() => {}));
  ask(next.run);
  await turn();
  expect(begun).toEqual(['next']);
});
