/** What one section of a file of `[sections]` and `key=value` lines states, by keys in small letters; the first of a key counts. */
export function statedIn(text: string, section: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let isInside = false;
  for (const line of text.split('\n')) {
    const [, head] = /^\s*\[([^\]]*)\]\s*$/.exec(line) ?? [];
    if (head !== undefined) isInside = head.toLowerCase() === section.toLowerCase();
    else if (isInside) {
      const at = line.indexOf('=');
      const key = line.slice(0, Math.max(0, at)).trim().toLowerCase();
      if (key !== '' && !fields.has(key)) fields.set(key, line.slice(at + 1).trim());
    }
  }
  return fields;
}
