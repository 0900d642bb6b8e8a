import { expect, test } from 'vitest';
import { bytesCandidate } from './candidate.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { singleFiles } from './walk.ts';

const put = (inbox: Inbox, name: string, sizeBytes: number) =>
  inbox.put(bytesCandidate({ path: name, source: singleFiles, bytes: new Uint8Array(), spoolFolder: '' }), sizeBytes);

/** Whether a promise has resolved by the time everything that is due has run. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await new Promise((turn) => setImmediate(turn));
  return done;
}

test('uploads are taken up in order and end when told', async () => {
  const inbox = createInbox();
  for (const name of ['a', 'b', 'c']) put(inbox, name, 1);
  inbox.end();
  const names: string[] = [];
  for await (const { name } of inbox) names.push(name);
  expect(names).toEqual(['a', 'b', 'c']);
});

test.each([
  ['too many files', 1_002, 1],
  ['too many bytes', 3, 40 * 1024 * 1024],
])('%s that wait make the next upload wait until some are taken up', async (_, count, sizeBytes) => {
  const inbox = createInbox();
  for (let nth = 0; nth < count; nth++) put(inbox, `${nth}`, sizeBytes);
  const room = inbox.room();
  expect(await isDone(room)).toBe(false);
  const taking = inbox[Symbol.asyncIterator]();
  await taking.next();
  expect(await isDone(room)).toBe(false);
  await taking.next();
  expect(await isDone(room)).toBe(true);
});

test('nobody waits for an inbox that has ended', async () => {
  const inbox = createInbox();
  put(inbox, 'large', 200 * 1024 * 1024);
  const room = inbox.room();
  inbox.end();
  expect(await isDone(room)).toBe(true);
  expect(await isDone(inbox.room())).toBe(true);
});
