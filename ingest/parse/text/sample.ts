import type { Unit } from './wrapping.ts';

const LOOKED_AT = 2_000;
const PROSE_WIDTH = 60;

/** The beginning of what a file says at length: furniture speaks a language of its own. */
export function sampleOf(units: readonly Unit[]): string {
  let sample = '';
  for (const { text, width } of units) {
    if (width >= PROSE_WIDTH) sample += `${text.slice(0, LOOKED_AT)}\n`;
    if (sample.length >= LOOKED_AT) return sample.slice(0, LOOKED_AT);
  }
  if (sample.length >= PROSE_WIDTH * 2) return sample;
  for (const { text, width } of units.slice(0, 200)) if (width < PROSE_WIDTH) sample += `${text}\n`;
  return sample;
}
