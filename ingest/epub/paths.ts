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
  if (path === '') return { path: from, fragment: decoded(fragment) || null };
  const plain = joined(path.startsWith('/') ? [] : from.split('/').slice(0, -1), path);
  return plain === null ? null : { path: plain, fragment: decoded(fragment) || null };
}

/** Null for what leads out, or nowhere. */
function joined(folders: readonly string[], path: string): string | null {
  const parts = [...folders];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.length === 0 ? null : parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
