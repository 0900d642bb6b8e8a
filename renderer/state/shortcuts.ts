import { type CommandId, commands } from '../../contract/commands.ts';

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where a key is pressed: keys that mean something there are left to it. */
export type KeyContext = 'text' | 'button' | 'article' | 'page';

/** How long the second key of `g a` may take. */
const SEQUENCE_MS = 1_200;

const isModifier = (key: string) => ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key);

/**
 * Writes a key press as the command table does. Shift is named for letters and for keys that type nothing;
 * on a sign like `?` it is only how that sign is typed.
 */
function chordOf(press: KeyPress, isMac: boolean): string {
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  const isLetter = /^\p{L}$/u.test(press.key);
  const isNamed = press.key.length > 1;
  const key = isLetter ? (press.shiftKey ? press.key.toUpperCase() : press.key.toLowerCase()) : press.key;
  const hasShift = press.shiftKey && (isLetter || isNamed);
  return `${hasMod ? 'Mod+' : ''}${hasShift ? 'Shift+' : ''}${hasMod && !hasShift ? key.toLowerCase() : key}`;
}

const byChord: ReadonlyMap<string, CommandId> = new Map(
  commands.flatMap(({ id, keys }) =>
    keys.map((key): [string, CommandId] => [
      key.replace(/^Mod\+([A-Z])$/, (_, letter: string) => `Mod+${letter.toLowerCase()}`),
      id,
    ]),
  ),
);
const prefixes = new Set([...byChord.keys()].filter((key) => /^\S \S$/.test(key)).map((key) => key.slice(0, 1)));

/** Commands whose keys are a text field's own. */
const OF_TEXT: ReadonlySet<CommandId> = new Set(['undo', 'list.selectAll', 'library.paste']);
/** Keys that scroll the article while it has the focus. */
const SCROLLING = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'Shift+ArrowDown', 'Shift+ArrowUp']);

/** Makes a matcher of key presses. It remembers the first key of a sequence such as `g a`. */
export function createKeyMatcher(
  isMac: boolean,
): (press: KeyPress, context: KeyContext, atMs: number) => CommandId | null {
  let prefix = '';
  let prefixAt = Number.NEGATIVE_INFINITY;

  return (press, context, atMs) => {
    if (press.altKey || isModifier(press.key) || (isMac ? press.ctrlKey : press.metaKey)) return null;
    const chord = chordOf(press, isMac);
    const hasMod = chord.startsWith('Mod+');
    if (context === 'text' && !hasMod && chord !== 'Escape') return null;
    if (context === 'button' && (chord === ' ' || chord === 'Enter')) return null;
    if (context === 'article' && SCROLLING.has(chord)) return null;

    const isSecond = prefix !== '' && atMs - prefixAt < SEQUENCE_MS;
    const sequence = isSecond ? byChord.get(`${prefix} ${chord}`) : undefined;
    prefix = '';
    if (sequence) return sequence;
    if (prefixes.has(chord)) {
      prefix = chord;
      prefixAt = atMs;
      return null;
    }
    const command = byChord.get(chord) ?? null;
    return command !== null && context === 'text' && OF_TEXT.has(command) ? null : command;
  };
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A key of the command table as it stands on a keycap. */
export function keyLabel(key: string, isMac: boolean): string {
  if (key === ' ') return 'Space';
  return key
    .split(' ')
    .map((chord) => chordLabel(chord, isMac))
    .join(' ');
}

function chordLabel(chord: string, isMac: boolean): string {
  const parts = chord.split(/\+(?=.)/);
  const key = parts.pop() ?? '';
  const modifiers = parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl+') : isMac ? '⇧' : 'Shift+'));
  return `${modifiers.join('')}${SIGNS[key] ?? key.slice(0, 1).toUpperCase() + key.slice(1)}`;
}

/** The first key of a command, as shown in tooltips; empty for a command without one. */
export const firstKey = (id: CommandId, isMac: boolean): string => {
  const key = commands.find((command) => command.id === id)?.keys[0];
  return key ? keyLabel(key, isMac) : '';
};
