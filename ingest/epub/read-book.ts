import { decode } from '../detect/charset.ts';
import { refused } from '../refused.ts';
import type { Refusal } from '../types.ts';
import { allNamed, elementAt, elementsIn } from '../xml/find.ts';
import { readXml, type XmlElement } from '../xml/tree.ts';
import type { BookAnswer, BookFiles } from './book.ts';
import { chaptersOf } from './chapters-of.ts';
import { hidesText } from './encryption.ts';
import { CONTAINER, ENCRYPTION } from './needed.ts';
import { type Item, readPackage } from './package.ts';
import { placeOf } from './paths.ts';
import { entriesOfNav, entriesOfNcx } from './table-of-contents.ts';

/**
 * Reads how a book is made: its package, its spine and its table of contents.
 * @param files what has been read of it: empty bytes stand for a file that is not there
 */
export function readBook(files: BookFiles): BookAnswer {
  const container = xmlIn(files, CONTAINER);
  if (!container) return malformed('It is no EPUB: it does not say where its package is');
  const packagePath = packagePathIn(container);
  if (packagePath === null) return malformed('It is no EPUB: it names no package');
  const packageBytes = files.get(packagePath);
  if (!packageBytes) return { needs: [packagePath] };
  const root = xmlIn(files, packagePath);
  const made = root && readPackage(root, packagePath);
  if (!made) return malformed(`The package of the EPUB (${packagePath}) is missing or cannot be read`);
  if (made.spine.length === 0) return malformed('The EPUB has no reading order: there is nothing to read in it');
  const encryption = xmlIn(files, ENCRYPTION);
  if (
    encryption &&
    hidesText(
      encryption,
      made.spine.map(({ path }) => path),
    )
  )
    return refused('encrypted', 'It is protected: only the program it was sold for can read it');

  const tables = [made.nav, made.ncx].flatMap((item: Item | null) => item?.path ?? []);
  const needs = tables.filter((path) => !files.has(path));
  if (needs.length > 0) return { needs };
  const nav = made.nav && xmlIn(files, made.nav.path);
  const ofNav = made.nav && nav ? entriesOfNav(nav, made.nav.path) : [];
  const ncx = made.ncx && xmlIn(files, made.ncx.path);
  const ofNcx = made.ncx && ncx ? entriesOfNcx(ncx, made.ncx.path) : [];
  const { source, title, byline, published, language } = made;
  return {
    book: { source, title, byline, published, language, chapters: chaptersOf(made, ofNav.length > 0 ? ofNav : ofNcx) },
  };
}

function xmlIn(files: BookFiles, path: string): XmlElement | null {
  const bytes = files.get(path);
  if (!bytes || bytes.byteLength === 0) return null;
  return readXml(decode(bytes, null, true).text)?.root ?? null;
}

function packagePathIn(container: XmlElement): string | null {
  const all = elementsIn(elementAt(container, 'rootfiles'), 'rootfile');
  const files = all.length > 0 ? all : allNamed(container, 'rootfile');
  const first = files.find((file) => file.attributes['media-type'] === 'application/oebps-package+xml') ?? files[0];
  return placeOf(first?.attributes['full-path'] ?? '', 'x')?.path ?? null;
}

const malformed = (message: string): Refusal => ({ ok: false, code: 'malformed', message });
