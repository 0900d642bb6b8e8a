import { isRefusal } from '../../refusal.ts';
import { archiveContainer } from '../archive-container.ts';
import type { OpenContainer } from '../container.ts';
import { bookIn } from '../epub/index.ts';
import { openZip, type ZipArchive } from './archive.ts';

/** A ZIP archive: of files of any kind, or a book under the name of one. */
export const openZipContainer: OpenContainer = async (file, deps) => {
  const archive = await openZip(file.location, deps.signal);
  if (isRefusal(archive)) return archive;
  const container = isBook(archive) ? await bookIn(archive, file, deps) : archiveContainer(file, deps, archive);
  if (isRefusal(container)) await archive.close();
  return container;
};

const isBook = ({ entries }: ZipArchive): boolean =>
  ['mimetype', 'META-INF/container.xml'].every((name) => entries.some((entry) => entry.name === name));
