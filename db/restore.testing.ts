import { restoreLibrary } from './restore.ts';

/** Restores a library, to be killed in the middle: `node restore.testing.ts LIBRARY BACKUP` says when it begins. */
const [folder = '', backup = ''] = process.argv.slice(2);
process.stdout.write('begins\n', () => {
  restoreLibrary(folder, backup, Date.now());
});
