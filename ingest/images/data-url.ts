const HEAD = /^data:([^,;]*)((?:;[^,;]*)*),/i;
/** A head is short; what is not has none. */
const MAX_HEAD = 512;

/** The bytes in a `data:` address, whatever type it states; null for any other address. */
export function bytesOfDataUrl(address: string): Uint8Array | null {
  const head = HEAD.exec(address.slice(0, MAX_HEAD));
  if (!head) return null;
  const data = address.slice(head[0].length);
  if (/;\s*base64\s*$/i.test(head[2] ?? ''))
    return new Uint8Array(Buffer.from(data.includes('%') ? unescaped(data) : data, 'base64'));
  return new TextEncoder().encode(unescaped(data));
}

function unescaped(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}
