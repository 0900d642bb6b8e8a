/** Opened again, they close the one before. */
const ONE_AT_A_TIME = new Set(['p', 'li', 'option', 'dt', 'dd', 'tr', 'td', 'th']);

interface Open {
  readonly name: string;
  readonly isKept: boolean;
}

/** What is open at a place of a page. Each element is put on and taken off once, however many are open. */
export function openElements() {
  const stack: Open[] = [];
  const places = new Map<string, number[]>();
  let kept = 0;

  const pop = (): Open | undefined => {
    const last = stack.pop();
    if (!last) return;
    places.get(last.name)?.pop();
    if (last.isKept) kept--;
    return last;
  };

  return {
    /** How many of the open elements have been kept. */
    get depth() {
      return kept;
    },
    open(name: string, isKept: boolean) {
      const known = places.get(name);
      if (known) known.push(stack.length);
      else places.set(name, [stack.length]);
      stack.push({ name, isKept });
      if (isKept) kept++;
    },
    /** Ends the one before it, where pages leave that out. */
    begin(name: string) {
      if (ONE_AT_A_TIME.has(name) && stack.at(-1)?.name === name) pop();
    },
    /** Closes the last of this name and all that it holds. @returns whether it had been kept; null when none is open */
    close(name: string): boolean | null {
      const at = places.get(name)?.at(-1);
      if (at === undefined) return null;
      let last: Open | undefined;
      while (stack.length > at) last = pop();
      return last?.isKept ?? null;
    },
    isIn: (name: string) => (places.get(name)?.length ?? 0) > 0,
  };
}
