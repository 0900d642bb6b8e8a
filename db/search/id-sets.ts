/** Ids, newest first: each is lower than the one before. */
export type Ids = readonly number[];

/** Membership by id: one byte each, so that a hundred thousand look-ups take a millisecond. */
export interface IdSet {
  has(id: number): boolean;
}

export function idSet(ids: Iterable<number>, highest: number): IdSet {
  const member = new Uint8Array(highest + 1);
  for (const id of ids) member[id] = 1;
  return { has: (id) => member[id] === 1 };
}

export function intersect(a: Ids, b: Ids): Ids {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.length === 0) return [];
  const members = idSet(few, few[0] ?? 0);
  return many.filter((id) => members.has(id));
}

export function unite(a: Ids, b: Ids): Ids {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    all.push(Math.max(left, right));
    if (left >= right) i++;
    if (right >= left) j++;
  }
  return all;
}

/** Those of `a` that are not in `b`. */
export function subtract(a: Ids, b: Ids): Ids {
  if (a.length === 0 || b.length === 0) return a;
  const members = idSet(b, Math.max(a[0] ?? 0, b[0] ?? 0));
  return a.filter((id) => !members.has(id));
}

/** Ids as they came, put in order, each once: sorting ten thousand takes ten times as long. */
export function ordered(ids: readonly number[]): Ids {
  let highest = 0;
  for (const id of ids) if (id > highest) highest = id;
  const { has } = idSet(ids, highest);
  const inOrder: number[] = [];
  for (let id = highest; id > 0; id--) if (has(id)) inOrder.push(id);
  return inOrder;
}

/** Some of what was found, and how many there are. */
export interface Found {
  readonly total: number;
  /** Newest first; not all of them, if so many were not asked for. */
  readonly ids: Ids;
}

/** What is in any of the groups and not hidden: how many, and the newest; all of them where `newest` is null. */
export function combined(groups: readonly Ids[], hidden: Ids, newest: number | null): Found {
  const highest = Math.max(0, ...groups.map(([id = 0]) => id));
  const member = new Uint8Array(highest + 1);
  let total = 0;
  for (const ids of groups) {
    for (const id of ids) {
      if (member[id] === 1) continue;
      member[id] = 1;
      total++;
    }
  }
  for (const id of hidden) {
    if (member[id] !== 1) continue;
    member[id] = 0;
    total--;
  }
  const ids: number[] = [];
  const wanted = Math.min(total, newest ?? total);
  for (let id = highest; ids.length < wanted; id--) if (member[id] === 1) ids.push(id);
  return { total, ids };
}
