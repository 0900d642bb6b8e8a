import { sep } from 'node:path';

/** Whether a real path is the root or lies below it. Both are written alike, and neither has a link or `..` in it. */
export const isWithin = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
