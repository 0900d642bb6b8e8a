import type { Format } from '../types.ts';

/** Which format a text in XML is; null for those that hold no article. */
export function formatOfXml(_text: string): Format | null {
  return null;
}

/** Which format a text in JSON is; null for those that hold no article. */
export function formatOfJson(_text: string): Format | null {
  return null;
}
