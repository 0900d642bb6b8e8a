import { LIMIT_BYTES, TOO_DEEP } from '../../../limits.ts';
import { isDeeperThan } from '../../../xml/depth.ts';
import type { Zip } from '../../../zip/open-zip.ts';
import { ZipError } from '../../../zip/zip-error.ts';

/** The parts of a document as the library that converts it asks for them. */
export interface Parts {
  exists(name: string): boolean;
  read(name: string, encoding?: string): Promise<Uint8Array | string>;
}

/** A part that names what the document does not hold would end the conversion: such names are taken out of it. */
export function partsOf(zip: Zip): Parts {
  const text = async (name: string, encoding = 'utf-8') =>
    new TextDecoder(encoding).decode(await zip.read(name, LIMIT_BYTES));
  return {
    exists: (name) => zip.has(name),
    async read(name, encoding) {
      if (encoding === undefined) return zip.read(name);
      if (encoding === 'base64') return Buffer.from(await zip.read(name)).toString('base64');
      const part = await text(name, encoding);
      if (isDeeperThan(part, MAX_DEPTH)) throw new ZipError('too-deep', TOO_DEEP);
      if (!part.includes(' r:')) return part;
      const relations = relationsOf(name);
      const known = idsIn(zip.has(relations) ? await text(relations) : '');
      return part.replace(RELATED, (stated, id: string) => (known.has(id) ? stated : ''));
    },
  };
}

/** Tables within tables come to a tenth of it. */
const MAX_DEPTH = 400;

const RELATED = /\sr:(?:embed|link|id)="([^"<>]*)"/g;

const relationsOf = (name: string): string => name.replace(/([^/]*)$/, '_rels/$1.rels');

const idsIn = (relations: string): ReadonlySet<string> =>
  new Set([...relations.matchAll(/\sId\s*=\s*["']([^"'<>]*)["']/g)].map(([, id = '']) => id));
