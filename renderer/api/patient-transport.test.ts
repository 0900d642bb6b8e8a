import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppEvent } from '../../contract/events.ts';
import type { ImportState } from '../../contract/imports.ts';
import type { ImportId } from '../../contract/model.ts';
import { patientTransport } from './patient-transport.ts';
import { watchTyping } from './typing.ts';

const changed: AppEvent = { type: 'articles.changed' };
const progress = (id: number, state: ImportState, imported: number): AppEvent => ({
  type: 'import.progress',
  filesPerSecond: 0,
  import: {
    id: id as ImportId,
    name: 'Clippings',
    origin: 'paths',
    state,
    startedAt: 0,
    finishedAt: null,
    total: 10,
    counts: { imported, duplicate: 0, updated: 0, skipped: 0, failed: 0 },
    problem: null,
    isElsewhere: false,
    tags: [],
    undoneAt: null,
    canRetry: false,
    isPaused: false,
    isCounted: true,
  },
});

/** A window with a search box and another field, and an engine that speaks. */
function listening() {
  const box = Object.assign(new EventTarget(), { type: 'search' });
  const field = Object.assign(new EventTarget(), { type: 'text' });
  const page = new EventTarget();
  for (const each of [box, field])
    each.addEventListener('input', () => {
      const event = new Event('input');
      Object.defineProperty(event, 'target', { value: each });
      page.dispatchEvent(event);
    });
  let say: (event: AppEvent) => void = () => {};
  const heard: AppEvent[] = [];
  const transport = patientTransport(
    {
      send: async () => ({ ok: true, result: null }),
      subscribe: (listener) => {
        say = listener;
        return () => {};
      },
    },
    watchTyping(page),
  );
  const stop = transport.subscribe((event) => heard.push(event));
  return {
    heard,
    stop,
    say: (event: AppEvent) => say(event),
    type: (into = box) => into.dispatchEvent(new Event('input')),
    field,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('nothing is held while nobody types a search', () => {
  const { heard, say, type, field } = listening();
  type(field);
  say(changed);
  expect(heard).toEqual([changed]);
});

test('while a search is typed, news waits for a pause, and only the newest of a kind is told', () => {
  const { heard, say, type } = listening();
  type();
  say(changed);
  say(progress(1, 'running', 1));
  say(progress(1, 'running', 2));
  say(progress(2, 'running', 5));
  say(changed);
  vi.advanceTimersByTime(200);
  type();
  vi.advanceTimersByTime(200);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(150);
  expect(heard).toEqual([progress(1, 'running', 2), progress(2, 'running', 5), changed]);
});

test('the news of reading everything again waits too', () => {
  const { heard, say, type } = listening();
  type();
  say({ type: 'reread.progress', reread: { state: 'running', total: 9, done: 1, left: 0 } });
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(350);
  expect(heard).toHaveLength(1);
});

test('somebody who never pauses hears it all the same', () => {
  const { heard, say, type } = listening();
  type();
  say(changed);
  for (let nth = 0; nth < 20; nth++) {
    vi.advanceTimersByTime(100);
    type();
  }
  expect(heard).toEqual([changed]);
});

test('that an import ended is never lost behind its progress', () => {
  const { heard, say, type } = listening();
  type();
  say(progress(1, 'running', 9));
  say(progress(1, 'done', 10));
  vi.advanceTimersByTime(400);
  expect(heard).toContainEqual(progress(1, 'done', 10));
  expect(heard.at(-1)).toEqual(progress(1, 'done', 10));
});

test('what a person did is told at once', () => {
  const { heard, say, type } = listening();
  type();
  say({ type: 'settings.changed' });
  say({ type: 'command', command: 'undo' });
  expect(heard.map((event) => event.type)).toEqual(['settings.changed', 'command']);
});

test('after the end of listening nothing is told', () => {
  const { heard, say, stop, type } = listening();
  type();
  say(changed);
  stop();
  vi.advanceTimersByTime(2_000);
  expect(heard).toEqual([]);
});
