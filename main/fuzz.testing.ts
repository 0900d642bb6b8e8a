import { pick } from '../base/seeded.ts';
import type { Engine } from './engine.ts';
import { faultOf, hostileCallWithin } from './hostile-calls.testing.ts';

/** What went wrong, each with what was asked. */
export type Faults = readonly string[];

/** Longer than anything may take, however busy the machine: who has not answered by then never will. */
const HANGS_MS = 120_000;
/** Enough to see what it is. */
const MOST_FAULTS = 20;

/** Makes many calls, a few at a time. @param ask makes the nth and says what is wrong with its answer; null when nothing is */
export async function pelt(
  calls: number,
  atOnce: number,
  ask: (nth: number) => Promise<string | null>,
): Promise<Faults> {
  const faults: string[] = [];
  let next = 0;
  const one = async () => {
    while (next < calls && faults.length < MOST_FAULTS) {
      const nth = next++;
      const fault = await Promise.race([ask(nth).catch((error) => `rejects: ${error}`), hangs()]);
      if (fault !== null) faults.push(`call ${nth} ${fault}`);
    }
  };
  const hangs = () => new Promise<string>((told) => setTimeout(() => told('is never answered'), HANGS_MS).unref());
  await Promise.all(Array.from({ length: atOnce }, one));
  return faults;
}

/** Calls the engine within the process, where a call can hold anything. */
export const fuzzDispatch = (engine: Engine, random: () => number, calls: number): Promise<Faults> =>
  pelt(calls, 8, async () => {
    const call = hostileCallWithin(random);
    const fault = faultOf(await engine.dispatch(call));
    return fault && `${fault} (${shown(call)})`;
  });

/** Asks for bytes and sends uploads, rightly and wrongly. */
export const fuzzFetch = (engine: Engine, random: () => number, calls: number): Promise<Faults> =>
  pelt(calls, 8, async () => {
    const request = hostileRequest(random);
    const name = `${request.method} ${request.url}`;
    const response = await engine.fetch(request);
    await response.arrayBuffer();
    return STATUSES.has(response.status) ? null : `is answered ${response.status} (${name})`;
  });

const STATUSES: ReadonlySet<number> = new Set([200, 204, 400, 404, 405, 409, 413]);

const PATHS = [
  '/',
  '/index.html',
  '/assets/a.js',
  '/assets/../../x',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/import/',
  '/import/x',
  `/import/${'9'.repeat(40)}`,
  `/asset/${'0'.repeat(64)}`,
  `/asset/${'f'.repeat(65)}`,
  '/asset/..%2f..',
  '/original/0',
  '/original/999999999999999',
  '/original/abc',
  '/original/1/../2',
  '//evil.example/',
  '/\0',
  `/${'a'.repeat(5_000)}`,
];

/** A request such as no page of ours makes. */
function hostileRequest(random: () => number): Request {
  const id = 1 + Math.floor(random() * 30);
  const path = random() < 0.6 ? pick(random, [`/import/${id}`, `/original/${id}`]) : pick(random, PATHS);
  const method = pick(random, ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);
  const headers = new Headers();
  if (random() < 0.5) headers.set('content-type', pick(random, [FRAMES, FRAMES, 'text/plain', 'x'.repeat(300)]));
  if (random() < 0.5)
    headers.set(
      'x-tearsheet-path',
      pick(random, ['a.txt', '%', '%ff', '..%2f..%2fa.txt', '%00', 'a%0a.md', '%20'.repeat(400)]),
    );
  if (random() < 0.3) headers.set('x-tearsheet-role', pick(random, ['pictures', 'files', 'x']));
  if (random() < 0.2) headers.set('content-length', pick(random, ['0', '-1', '1e9', 'NaN', '99999999999']));
  if (random() < 0.2) headers.set('range', pick(random, ['bytes=0-1', 'bytes=-', 'x']));
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(`http://127.0.0.1${path}`), { method, headers, ...(hasBody && { body: frames(random) }) });
}

const FRAMES = 'application/x-tearsheet-files';

/** Files framed as agreed, with something wrong about most. */
function frames(random: () => number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (let nth = Math.floor(random() * 4); nth > 0; nth--) {
    const content = Buffer.from(pick(random, ['', 'Ferry late\n\nThe ferry was late on Monday.\n', '\0\0\0', '<h1>x']));
    const path = pick(random, ['a.txt', 'b.md', 'c.html', 'd.png', '../e.txt', '', '\0', 'x'.repeat(2_000)]);
    const size = pick(random, [content.length, content.length, content.length, -1, 1.5, 2 ** 40]);
    const header = Buffer.from(random() < 0.9 ? JSON.stringify({ path, size }) : '{"path":');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(random() < 0.9 ? header.length : Math.floor(random() * 2 ** 32));
    parts.push(length, header, content);
  }
  const whole = Buffer.concat(parts);
  return new Uint8Array(random() < 0.8 ? whole : whole.subarray(0, Math.floor(random() * whole.length)));
}

/** A call in words, also one that cannot be written down. */
function shown(call: unknown): string {
  try {
    return JSON.stringify(call)?.slice(0, 300) ?? typeof call;
  } catch (error) {
    return `a call that cannot be shown: ${error}`;
  }
}
