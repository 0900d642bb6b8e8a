/** Which files, and parts of files, an import is about. */
export interface Wanted {
  /** Whether what the report calls so is wanted. */
  has(path: string): boolean;
  /** Whether it is, or anything in it. */
  mayHold(path: string): boolean;
}

export const ALL_WANTED: Wanted = { has: () => true, mayHold: () => true };

/** Only these files, with everything in them. */
export function onlyFiles(paths: Iterable<string>): Wanted {
  const files = new Set(paths);
  const has = (path: string) => {
    if (files.has(path)) return true;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      if (files.has(path.slice(0, at))) return true;
    return false;
  };
  return { has, mayHold: has };
}

/** Only what is named. */
export function onlyPaths(paths: Iterable<string>): Wanted {
  const wanted = new Set(paths);
  const holding = new Set<string>();
  for (const path of wanted)
    for (let at = path.length; at > 0; at = path.lastIndexOf('/', at - 1)) holding.add(path.slice(0, at));
  return { has: (path) => wanted.has(path), mayHold: (path) => holding.has(path) };
}
