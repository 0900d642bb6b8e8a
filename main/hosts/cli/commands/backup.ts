import { resolve } from 'node:path';
import { type Command, EXIT } from '../command.ts';
import { oneWord, parseWords } from '../words.ts';

/** `backup`: a whole copy of the library in one file, also while it is in use. */
export const backup: Command = {
  help: `Usage: backup FILE

Writes a whole, checked copy of the library to FILE; Tearsheet may be open meanwhile. An existing FILE is replaced only by a complete copy.
Prints {file, sizeBytes}.`,
  async run({ args, isJson, from, existingEngine, out }) {
    const file = resolve(from, oneWord(parseWords(args, {}).positionals, 'backup takes one file name'));
    const report = await (await existingEngine()).backup(file);
    out(isJson ? JSON.stringify({ file, ...report }) : `${file} (${report.sizeBytes} bytes)`);
    return EXIT.ok;
  },
};
