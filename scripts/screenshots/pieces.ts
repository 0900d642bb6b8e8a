import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontMatter } from '../../ingest/parse/front-matter.ts';
import { root } from '../process.ts';

/** One article for the pictures, as a file one might have. */
export interface Piece {
  /** Folder and name, as an import names it. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** What has become of it: `read`, `starred`, `archived`. */
  readonly states: readonly string[];
}

const folder = join(root, 'scripts/screenshots/pieces');

/** The articles of each file in `pieces/`, by the name of the file, in the order they stand there. */
export function readPieces(): ReadonlyMap<string, readonly Piece[]> {
  const files = readdirSync(folder).sort();
  return new Map(files.map((name) => [name, split(readFileSync(join(folder, name), 'utf8')).map(toPiece(name))]));
}

/** Every article begins with a head whose first line is its title. */
const split = (text: string) => text.split(/^(?=---\ntitle: )/m).filter((part) => part.trim() !== '');

const toPiece =
  (file: string) =>
  (text: string): Piece => {
    const { fields } = frontMatter(text);
    const title = String(fields.get('title'));
    return {
      path: `${FOLDERS[file] ?? file}/${fileName(title)}.md`,
      title,
      text,
      states: String(fields.get('state') ?? '').split(' '),
    };
  };

/** The headline's first words, as a browser would save it. */
const fileName = (title: string) =>
  title
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, 5)
    .join('-');

const FOLDERS: Readonly<Record<string, string>> = {
  'coast-courier.txt': 'Coast Courier',
  'cuttings.txt': 'Cuttings',
  'from-abroad.txt': 'From abroad',
  'long-reads.txt': 'Long reads',
  'northern-ledger.txt': 'Northern Ledger',
  'weather-desk.txt': 'Weather desk',
  'wire-copy.txt': 'Wire copy',
};
