import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick, seeded } from '../../base/seeded.ts';

/** What becomes of the files of `writeFiles` when nothing is in the way. The pictures are no articles. */
export const EXPECTED = { imported: 300, skipped: 105, failed: 5 } as const;

const WORDS =
  'harbour council bridge ferry lamp quarry orchard station toll weather market vote keeper river stone'.split(' ');

/** Writes text and Markdown of very different lengths, so that an import has several transactions; every third shows a picture beside it. */
export function writeFiles(folder: string, seed: number): void {
  const random = seeded(seed);
  const sentence = () =>
    `The ${pick(random, WORDS)} ${pick(random, WORDS)} said that the ${pick(random, WORDS)} is late.`;
  mkdirSync(join(folder, 'pictures'), { recursive: true });
  for (let nth = 0; nth < EXPECTED.imported; nth++) {
    const paragraphs = Array.from({ length: 1 + Math.floor(random() ** 2 * 240) }, () =>
      Array.from({ length: 6 }, sentence).join(' '),
    ).join('\n\n');
    const name = String(nth).padStart(3, '0');
    if (nth % 3 !== 0) {
      writeFileSync(join(folder, `${name}.txt`), `${titleOf(name)}\n\n${paragraphs}\n`);
      continue;
    }
    writeFileSync(join(folder, 'pictures', `${name}.gif`), gif(nth + 2));
    writeFileSync(
      join(folder, `${name}.md`),
      `# ${titleOf(name)}\n\n${sentence()}\n\n![The ${name}th](pictures/${name}.gif)\n\n${paragraphs}\n`,
    );
  }
  for (let nth = 0; nth < 5; nth++) writeFileSync(join(folder, `film-${nth}.mp4`), 'film');
  for (let nth = 0; nth < EXPECTED.failed; nth++) writeFileSync(join(folder, `nothing-${nth}.txt`), '\n');
}

/** What the article of a file is called. */
const titleOf = (name: string): string => `Harbour news number ${name}`;

/** A picture of one line. */
function gif(width: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(2, 2);
  return Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x3b])]);
}
