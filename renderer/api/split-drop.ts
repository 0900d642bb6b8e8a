import { isPictureName, mayShowPictures, partsOfPages } from '../../contract/saved-page.ts';
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
  const isPart = partsOfPages(dropped.map(({ path }) => path));
  return {
    pictures: dropped.filter(({ path }) => isPictureName(path)),
    files: dropped
      .filter(({ path }) => !isPart(path))
      .map((named) =>
        isPictureName(named.path) ? { path: named.path, file: new File([], nameOf(named.path)) } : named,
      ),
  };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
