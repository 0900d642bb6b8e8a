import { type Command, EXIT, UsageError } from '../command.ts';
import { idWord, tagWords } from '../words.ts';

/** `tag`: puts tags on articles and takes them off. */
export const tag: Command = {
  help: `Usage: tag ID… +name -name

Adds the tags with a plus to every article named, and removes those with a minus. A name may have spaces: "+Harbour story".
Prints {changed, undo}: how many articles changed, and what the window would now undo. Nothing is changed when an id is unknown.`,
  async run({ args, isJson, client, out }) {
    const words = args.filter((word) => word !== '--');
    const ids = words.filter((word) => !/^[+-]/.test(word)).map(idWord);
    const [add, remove] = [names(words, '+'), names(words, '-')];
    if (ids.length === 0 || add.length + remove.length === 0)
      throw new UsageError('tag needs at least one id and one +name or -name');
    const { call } = await client();
    // Refuses an id that is not there.
    for (const id of new Set(ids)) await call('articles.get', { id });
    const report = await call('articles.setTags', { selection: { ids }, add, remove });
    out(isJson ? JSON.stringify(report) : `${report.changed} changed`);
    return EXIT.ok;
  },
};

function names(words: readonly string[], sign: '+' | '-'): readonly string[] {
  return tagWords(words.filter((word) => word.startsWith(sign)).map((word) => word.slice(1)));
}
