/**
 * Sorts the characters of the basic plane by their code, each one once: in a loop over a whole text a pattern takes ten times as long.
 * Classes are numbers from 1 to 255.
 */
export function characterClass<Class extends number>(classOf: (character: string) => Class): (code: number) => Class {
  const known = new Uint8Array(0x1_0000);
  return (code) => {
    const found = known[code];
    if (found) return found as Class;
    const sorted = classOf(String.fromCharCode(code));
    known[code] = sorted;
    return sorted;
  };
}

/** Whether a code is the first half of a character beyond the basic plane. */
export const isHalf = (code: number): boolean => (code & 0xfc00) === 0xd800;
