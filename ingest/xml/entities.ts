import { Parser } from 'htmlparser2';

const ENTITY = /&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z_][\w.-]{0,63});/gi;

/** What has been met: files repeat few names many times. */
const known = new Map<string, string>();
const MAX_KNOWN = 5_000;

/**
 * Text with the characters that it names as HTML does. What is no name of one, and what lacks its semicolon, stays as it stands. Once over, never twice.
 * @param declared what other names stand for
 */
export const decodeEntities = (text: string, declared?: Declared): string =>
  text.includes('&') ? text.replace(ENTITY, (entity) => declared?.(entity.slice(1, -1)) ?? characterOf(entity)) : text;

/** What the names that a file declares itself stand for; null for others. */
export type Declared = (name: string) => string | null;

const DECLARATION = /<!ENTITY\s+([a-z_][\w.-]{0,63})\s+(?:"([^"&<>%]{1,500})"|'([^'&<>%]{1,500})')\s*>/gi;
const MAX_HEAD = 20_000;
/** What a file may grow by its names. */
const MAX_CHARACTERS = 1_000_000;

/** Names a file declares before its root for words without markup: such stand for nothing else, so they are no way to grow without end. Others are not read. */
export function declaredIn(text: string): Declared | undefined {
  const head = text.slice(0, MAX_HEAD);
  const dtd = /<!DOCTYPE\s[^<>[]*\[/i.exec(head);
  if (!dtd) return undefined;
  const end = head.indexOf(']', dtd.index);
  const names = new Map(
    [...head.slice(dtd.index, end < 0 ? undefined : end).matchAll(DECLARATION)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );
  let left = MAX_CHARACTERS;
  return (name) => {
    const words = names.get(name) ?? null;
    left -= words?.length ?? 0;
    return left < 0 ? null : words;
  };
}

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
