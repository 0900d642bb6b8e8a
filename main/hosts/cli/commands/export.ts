import { resolve } from 'node:path';
import { type Command, CommandError, EXIT } from '../command.ts';
import { oneWord, parseWords } from '../words.ts';

/** `export`: articles as Markdown files. */
export const exportArticles: Command = {
  help: `Usage: export [--tag NAME] DIR

Writes every article (or those with a tag) to DIR as Markdown with front matter, a file each; the trash stays out. Pictures that are in the
library are written beside it, in NAME_files/; others keep their address. Existing files of the same name are replaced.
Prints {exported, folder}.`,
  async run({ args, isJson, from, existingEngine, out, signal }) {
    const { values, positionals } = parseWords(args, { tag: { type: 'string' } });
    const folder = resolve(from, oneWord(positionals, 'export takes one folder'));
    const exported = await (await existingEngine()).exportMarkdown(folder, values.tag ?? null, signal);
    // A tag nobody wears is most likely misspelt.
    if (exported === 0 && values.tag !== undefined) throw new CommandError(`No article has the tag “${values.tag}”`);
    out(
      isJson
        ? JSON.stringify({ exported, folder })
        : `${exported} ${exported === 1 ? 'article' : 'articles'} written to ${folder}`,
    );
    return EXIT.ok;
  },
};
