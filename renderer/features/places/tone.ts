const TONES = 6;

/** Which of the six dots a tag has: always the same one for the same name. */
export function toneOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return sum % TONES;
}
