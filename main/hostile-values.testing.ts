import { pick } from '../base/seeded.ts';

/** A value that came out of JSON, or could have. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const NUMBERS = [0, -0, -1, 1.5, 1e-9, 2 ** 31, 2 ** 53, 2 ** 63, -(2 ** 53), 1e308, 15, 27, 200, 201, 2_001];
const STRINGS = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\udfff\ud800x',
  '\u202eabc',
  '\ufeff',
  '"',
  '"""',
  "' OR 1=1 --",
  '; DROP TABLE article',
  '*',
  'NEAR(a b',
  'AND OR NOT',
  'title:x -y ^z',
  '%',
  '_',
  '../../etc/passwd',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  'null',
  '1',
  'NaN',
  'all',
  'a\u0301'.repeat(60),
  '\u4e2d\u6587\u6e2f',
  '🦩'.repeat(30),
  'x'.repeat(101),
  'x'.repeat(10_001),
  'word '.repeat(4_000),
  '<script>alert(1)</script>',
];
/** Names an object inherits, and names of things elsewhere in the contract. */
const KEYS = ['__proto__', 'constructor', 'toString', 'then', 'hasOwnProperty', 'id', 'ids', 'path', 'filter', '', '0'];

/** Some value that JSON can carry and nobody asked for. */
export function oddJson(random: () => number, depth = 0): Json {
  switch (Math.floor(random() * (depth > 3 ? 5 : 9))) {
    case 0:
      return null;
    case 1:
      return random() < 0.5;
    case 2:
    case 3:
      return random() < 0.7 ? pick(random, NUMBERS) : (random() - 0.5) * 10 ** Math.floor(random() * 20);
    case 4:
      return random() < 0.8 ? pick(random, STRINGS) : letters(random);
    case 5:
      return Array.from({ length: Math.floor(random() * 5) }, () => oddJson(random, depth + 1));
    case 6:
      return Array<Json>(random() < 0.05 ? 100_001 : 101).fill(pick(random, [1, 'a', null]));
    case 7:
      return random() < 0.1 ? nested(random) : withOddKeys(random, depth);
    default:
      return withOddKeys(random, depth);
  }
}

const letters = (random: () => number): string =>
  String.fromCharCode(...Array.from({ length: Math.floor(random() * 12) }, () => Math.floor(random() * 65_536)));

function nested(random: () => number): Json {
  let value: Json = 1;
  for (let depth = Math.floor(random() * 2_000); depth > 0; depth--) value = random() < 0.5 ? [value] : own('a', value);
  return value;
}

const withOddKeys = (random: () => number, depth: number): Json =>
  Array.from({ length: Math.floor(random() * 4) }).reduce<{ readonly [key: string]: Json }>(
    (object) => add(object, pick(random, KEYS), oddJson(random, depth + 1)),
    {},
  );

/** Even `__proto__` becomes a property like any other, as it does in JSON. */
const own = (key: string, value: Json): { readonly [key: string]: Json } =>
  Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true });

function add(object: { readonly [key: string]: Json }, key: string, value: Json): { readonly [key: string]: Json } {
  return Object.defineProperty({ ...object }, key, { value, enumerable: true, configurable: true, writable: true });
}

/** The same value with one thing about it changed: a part replaced, left out, added or wrapped. */
export function mutate(random: () => number, value: Json): Json {
  if (Array.isArray(value) && value.length > 0 && random() < 0.7) {
    const at = Math.floor(random() * value.length);
    return value.map((each, nth) => (nth === at ? mutate(random, each) : each));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const object = value as { readonly [key: string]: Json };
    const keys = Object.keys(object);
    const key = keys.length > 0 ? pick(random, keys) : '';
    const chance = random();
    if (keys.length > 0 && chance < 0.55) return add(object, key, mutate(random, object[key] ?? null));
    if (keys.length > 0 && chance < 0.7)
      return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
    if (chance < 0.85) return add(object, pick(random, KEYS), oddJson(random));
  }
  return random() < 0.1 ? [value] : oddJson(random);
}

/** What JSON cannot carry and a caller within the process could still hand over. */
export function beyondJson(random: () => number): unknown {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  const sparse = [1];
  sparse[90] = 2;
  const odd: readonly unknown[] = [
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    12n,
    Symbol('id'),
    () => 1,
    cyclic,
    sparse,
    new Date(Number.NaN),
    new Map([['id', 1]]),
    new Uint8Array(9),
    Object.create(null),
    Object.create({ id: 1 }),
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('not to be read');
        },
        ownKeys: () => {
          throw new Error('not to be listed');
        },
      },
    ),
    Object.defineProperty({}, 'id', {
      enumerable: true,
      get: () => {
        throw new Error('not to be read');
      },
    }),
    Object.fromEntries([['then', (done: (value: unknown) => void) => done(1)]]),
    {
      toJSON: () => {
        throw new Error('not to be written');
      },
    },
  ];
  return odd[Math.floor(random() * odd.length)];
}
