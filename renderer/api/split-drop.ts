import {
  type Belonging,
  foldersOfPages,
  holdsParts,
  isPictureName,
  mayShowPictures,
} from '../../contract/saved-page.ts';
import type { NamedFile } from './frames.ts';

/** A drop in the order it is sent. */
export interface SplitDrop {
  /** What pages of the drop may show; it has to be there before they are. */
  readonly pictures: readonly NamedFile[];
  /** What the report will have a line for. */
  readonly files: readonly NamedFile[];
}

/**
 * Takes pictures out of a drop that holds pages. What a browser saved beside a page goes with the page and is not a file of its own;
 * other pictures keep their place in the report, without being sent twice.
 */
export function splitDrop(dropped: readonly NamedFile[]): SplitDrop {
  if (!dropped.some(({ path }) => mayShowPictures(path))) return { pictures: [], files: dropped };
  const isPart = partsOfPages(dropped);
  return {
    pictures: dropped.filter(({ path }) => isPictureName(path)),
    files: dropped
      .filter(({ path }) => !isPart(path))
      .map((named) =>
        isPictureName(named.path) ? { path: named.path, file: new File([], nameOf(named.path)) } : named,
      ),
  };
}

/** Tells whether a file lies in, or anywhere below, a folder that belongs to a page. */
function partsOfPages(dropped: readonly NamedFile[]): (path: string) => boolean {
  const children = new Map<string, string[]>();
  for (const { path } of dropped) {
    const folder = folderOf(path);
    const names = children.get(folder);
    if (names) names.push(nameOf(path));
    else children.set(folder, [nameOf(path)]);
  }
  const belongings = new Map<string, (folder: string) => Belonging>();
  const known = new Map<string, boolean>([['', false]]);
  const isPagesFolder = (folder: string): boolean => {
    const decided = known.get(folder);
    if (decided !== undefined) return decided;
    const parent = folderOf(folder);
    const belonging = belongings.get(parent) ?? foldersOfPages(children.get(parent) ?? []);
    belongings.set(parent, belonging);
    const kind = belonging(nameOf(folder));
    const isOne =
      isPagesFolder(parent) || kind === 'yes' || (kind === 'if-parts' && holdsParts(children.get(folder) ?? []));
    known.set(folder, isOne);
    return isOne;
  };
  return (path) => isPagesFolder(folderOf(path));
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
