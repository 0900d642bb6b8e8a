import { resolve } from 'node:path';
import { type Command, EXIT, UsageError } from '../command.ts';
import { parseWords } from '../words.ts';

/** `export`: articles as Markdown files. */
export const exportArticles: Command = {
  name: 'export',
  summary: 'write articles as Markdown files',
  help: `Usage: export [--tag NAME] DIR

Writes every article (or those with a tag) to DIR as Markdown with front matter, a file each; the trash stays out. Existing files of the
same name are replaced. Prints {exported, folder}.`,
  async run({ args, isJson, from, engine, out, signal }) {
    const { values, positionals } = parseWords(args, { tag: { type: 'string' } });
    const [word, ...others] = positionals;
    if (word === undefined || others.length > 0) throw new UsageError('export takes one folder');
    const folder = resolve(from, word);
    const exported = await (await engine()).exportMarkdown(folder, values.tag ?? null, signal);
    out(isJson ? JSON.stringify({ exported, folder }) : `${exported} articles written to ${folder}`);
    return EXIT.ok;
  },
};
