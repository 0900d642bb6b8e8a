import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchTyping } from './typing.ts';

/** A page one types in: a letter in a field of some kind. */
function page() {
  const target = new EventTarget();
  const type = (kind: string) => {
    const event = new Event('input');
    Object.defineProperty(event, 'target', { value: { type: kind } });
    target.dispatchEvent(event);
  };
  return { typing: watchTyping(target), type };
}

/** Notes when something is over, by the clock of the test. */
function ending(promise: Promise<void>): () => boolean {
  let isOver = false;
  promise.then(() => {
    isOver = true;
  });
  return () => isOver;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('nobody waits while no search is typed', async () => {
  const { typing, type } = page();
  type('text');
  const isOver = ending(typing.pause());
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver()).toBe(true);
});

test('a pause is waited for, and each letter puts it off', async () => {
  const { typing, type } = page();
  type('search');
  const isOver = ending(typing.pause());
  await vi.advanceTimersByTimeAsync(200);
  type('search');
  await vi.advanceTimersByTimeAsync(200);
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(150);
  expect(isOver()).toBe(true);
});

test('who types on and on is not waited for without end', async () => {
  const { typing, type } = page();
  type('search');
  const isOver = ending(typing.pause());
  for (let nth = 0; nth < 20; nth++) {
    await vi.advanceTimersByTimeAsync(100);
    type('search');
  }
  expect(isOver()).toBe(true);
});
