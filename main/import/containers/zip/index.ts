import { isRefusal } from '../../candidate.ts';
import { archiveContainer } from '../archive-container.ts';
import type { OpenContainer } from '../container.ts';
import { openZip } from './archive.ts';

/** A ZIP archive of files of any kind. */
export const openZipContainer: OpenContainer = async (file, deps) => {
  const archive = await openZip(file.location);
  return isRefusal(archive) ? archive : archiveContainer(file, deps, archive);
};
