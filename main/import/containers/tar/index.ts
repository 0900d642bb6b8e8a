import { isRefusal } from '../../refusal.ts';
import { archiveContainer } from '../archive-container.ts';
import type { OpenContainer } from '../container.ts';
import { openTar } from './archive.ts';

/** A tar archive of files of any kind. */
export const openTarContainer: OpenContainer = async (file, deps) => {
  const archive = await openTar(file.location, deps.signal);
  return isRefusal(archive) ? archive : archiveContainer(file, deps, archive);
};
