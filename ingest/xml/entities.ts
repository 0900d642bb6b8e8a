import { Parser } from 'htmlparser2';

const ENTITY = /&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});/gi;

/** What has been met: files repeat few names many times. */
const known = new Map<string, string>();
const MAX_KNOWN = 5_000;

/** Text with the characters that it names as HTML does. What is no name of one, and what lacks its semicolon, stays as it stands. Once over, never twice. */
export const decodeEntities = (text: string): string => (text.includes('&') ? text.replace(ENTITY, characterOf) : text);

function characterOf(entity: string): string {
  const met = known.get(entity);
  if (met !== undefined) return met;
  let character = '';
  const parser = new Parser({
    ontext(part) {
      character += part;
    },
  });
  parser.end(entity);
  if (known.size < MAX_KNOWN) known.set(entity, character);
  return character;
}
