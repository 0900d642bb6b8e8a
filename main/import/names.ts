import { basename } from 'node:path';
import type { SourceKey } from './candidate.ts';
import { folderSource, singleFiles } from './walk.ts';

/** What an import of these paths is called in the list. */
export function nameOfPaths(paths: readonly string[]): string {
  const first = basename(paths[0] ?? '') || (paths[0] ?? '');
  return paths.length > 1 ? `${first} and ${paths.length - 1} more` : first;
}

/** Where what came from a browser belongs: to the folder that was dropped, or to single files. */
export const sourceOfUpload = (path: string): SourceKey => {
  const [folder, ...rest] = path.split('/');
  return folder && rest.length > 0 ? folderSource(folder) : singleFiles;
};
