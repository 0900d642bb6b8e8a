import type { Decoded } from './charset.ts';

const LOOKED_AT = 65_536;
/** Old files hold a stray control character here and there; programs and pictures are full of them. */
const FEW = 4;
const SHARE = 0.03;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
const STRAY = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F\u0080-\u0084\u0086-\u009F\uFFFD]/g;

/** Tells that bytes were never text: too many controls, too many that no encoding explains. */
export function isBinary({ text }: Decoded): boolean {
  const start = text.slice(0, LOOKED_AT);
  const strays = start.match(STRAY)?.length ?? 0;
  return strays > FEW && strays > start.length * SHARE;
}
