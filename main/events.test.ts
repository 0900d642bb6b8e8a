import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppEvent } from '../contract/events.ts';
import { createEventBus } from './events.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listened() {
  const errors: unknown[] = [];
  const bus = createEventBus((error) => errors.push(error));
  const heard: AppEvent['type'][] = [];
  bus.subscribe(({ type }) => heard.push(type));
  return { bus, heard, errors };
}

test('the first change is told at once, a burst after it once more', () => {
  const { bus, heard } = listened();
  for (let nth = 0; nth < 50; nth++) bus.articlesChanged();
  expect(heard).toEqual(['articles.changed']);
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(['articles.changed', 'articles.changed']);
  bus.articlesChanged();
  expect(heard).toHaveLength(3);
});

test('changes that go on are told once a second', () => {
  const { bus, heard } = listened();
  for (let ms = 0; ms < 5_000; ms += 50) {
    bus.articlesChanged();
    vi.advanceTimersByTime(50);
  }
  expect(heard.length).toBeGreaterThanOrEqual(5);
  expect(heard.length).toBeLessThanOrEqual(7);
});

test('a listener that throws stops no other', () => {
  const { bus, heard, errors } = listened();
  const fault = new Error('listener');
  bus.subscribe(() => {
    throw fault;
  });
  bus.subscribe(({ type }) => heard.push(type));
  bus.emit({ type: 'settings.changed' });
  expect(heard).toEqual(['settings.changed', 'settings.changed']);
  expect(errors).toEqual([fault]);
});

test('who has unsubscribed, or outlived the bus, hears nothing', () => {
  const { bus, heard } = listened();
  bus.subscribe(({ type }) => heard.push(type))();
  bus.emit({ type: 'library.changed' });
  expect(heard).toEqual(['library.changed']);
  bus.articlesChanged();
  bus.articlesChanged();
  bus.close();
  bus.emit({ type: 'library.changed' });
  vi.runAllTimers();
  expect(heard).toEqual(['library.changed', 'articles.changed']);
});
