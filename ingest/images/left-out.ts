/** What a report says of pictures that came with an article and were not kept: how many, and each reason once; null when there are none. */
export function leftOutNote(reasons: readonly string[]): string | null {
  if (reasons.length === 0) return null;
  const count = reasons.length === 1 ? '1 picture was' : `${reasons.length} pictures were`;
  return `${count} left out. ${[...new Set(reasons)].slice(0, MOST_REASONS).join('. ')}`;
}

/** A page of broken pictures may have as many reasons as pictures. */
const MOST_REASONS = 3;

/** Joins what a report says of an article that was read all the same. */
export const joinedNotes = (...notes: readonly (string | null | undefined)[]): string | null =>
  notes.filter((note) => note).join('. ') || null;
