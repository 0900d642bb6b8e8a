import type { Format } from '../types.ts';

/** The format of bytes that are no text, by how they begin; null for all others. */
export function formatOfBytes(_bytes: Uint8Array): Format | null {
  return null;
}
