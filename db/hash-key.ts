/** A hash as it is stored: its bytes, not its digits. */
export const hashKey = (hash: string): Uint8Array =>
  Buffer.from(hash, /^(?:[0-9a-f]{2})+$/.test(hash) ? 'hex' : 'utf8');
