import { posix } from 'node:path';

/** A place in a book: a file, and an element in it. */
export interface Place {
  readonly path: string;
  readonly fragment: string | null;
}

/** @param from path of the file that holds the link; null when it leads out of the book */
export function placeOf(href: string, from: string): Place | null {
  const [, written = '', fragment = ''] = /^([^#]*)(?:#(.*))?$/s.exec(href.trim()) ?? [];
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) return null;
  const path = decoded(written.replace(/\?.*$/s, ''));
  const whole = path === '' ? from : path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
  const plain = posix.normalize(whole);
  return plain.startsWith('../') || plain === '.' ? null : { path: plain, fragment: decoded(fragment) || null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
