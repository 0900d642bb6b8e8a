import { resolve } from 'node:path';
import { type Command, EXIT } from '../command.ts';
import { oneWord, parseWords } from '../words.ts';

/** `restore`: a backup in the place of the library. */
export const restore: Command = {
  help: `Usage: restore FILE

Checks FILE, as backup wrote it, and puts a copy of it in the place of the library: everything Tearsheet keeps is in that one file. The library that was
there is kept beside it, as library-before-restore-TIME.sqlite, and can be restored the same way. FILE stays as it is.
Nothing is changed when FILE is no whole library, or one of a newer Tearsheet, or while another program has the library open.
Prints {file, library, kept}; kept is null when there was no library.`,
  async run({ args, isJson, from, folder, out, say }) {
    const file = resolve(from, oneWord(parseWords(args, {}).positionals, 'restore takes one file name'));
    const { restoreLibrary } = await import('../../../../db/restore.ts');
    const kept = restoreLibrary(folder, file, Date.now());
    if (isJson) out(JSON.stringify({ file, library: folder, kept }));
    else {
      out(`${file} is the library now, in ${folder}`);
      if (kept !== null) say(`The one that was there is kept as ${kept}`);
    }
    return EXIT.ok;
  },
};
