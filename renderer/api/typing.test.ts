import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchTyping } from './typing.ts';

/** A page one types in: a letter in a field of some kind. */
function page() {
  const target = new EventTarget();
  const type = (kind: string, name = 'input') => {
    const event = new Event(name);
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

test('a rest is waited for as long as letters come', async () => {
  const { typing, type } = page();
  type('search');
  const isOver = ending(typing.rest());
  for (let nth = 0; nth < 20; nth++) {
    await vi.advanceTimersByTimeAsync(100);
    type('search');
  }
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(350);
  expect(isOver()).toBe(true);
});

test('who goes into the box of a search is about to type', async () => {
  const { typing, type } = page();
  type('search', 'focusin');
  expect(typing.msLeft(performance.now())).toBeGreaterThan(0);
});

test('what has stood back long enough comes between two letters', async () => {
  const { typing, type } = page();
  type('search');
  const isOver = ending(typing.pause());
  for (let nth = 1; nth <= 14; nth++) {
    await vi.advanceTimersByTimeAsync(100);
    type('search');
  }
  await vi.advanceTimersByTimeAsync(50);
  type('search');
  await vi.advanceTimersByTimeAsync(70);
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(20);
  expect(isOver()).toBe(true);
});

test('who types without any pause at all does not hold everything up either', async () => {
  const { typing, type } = page();
  type('search');
  const isOver = ending(typing.pause());
  for (let nth = 0; nth < 100; nth++) {
    await vi.advanceTimersByTimeAsync(40);
    type('search');
  }
  expect(isOver()).toBe(true);
});
