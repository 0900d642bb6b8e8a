/** What agencies set below a story for those who use it: numbers to call, sources, corrections to come. */
const NOTES = [
  /^.{0,10}the following information is not (?:intended )?for publication/im,
  /^.{0,10}die (?:folgenden|nachfolgenden) informationen sind nicht zur ver[öo]ffentlichung/im,
  /^.{0,10}les informations suivantes ne sont pas destin[ée]es [àa] la publication/im,
  /^.{0,10}la siguiente informaci[óo]n no est[áa] destinada a (?:la|su) publicaci[óo]n/im,
];

/** A text as far as it is meant to be published. */
export function withoutNotes(text: string): string {
  const ends = NOTES.map((pattern) => text.search(pattern)).filter((at) => at >= 0);
  return ends.length > 0 ? text.slice(0, Math.min(...ends)) : text;
}
