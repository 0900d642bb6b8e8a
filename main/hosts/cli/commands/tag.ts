import type { ArticleId } from '../../../../contract/model.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { numberWord } from '../words.ts';

/** `tag`: puts tags on articles and takes them off. */
export const tag: Command = {
  name: 'tag',
  summary: 'add and remove tags',
  help: `Usage: tag ID… +name -name

Adds the tags with a plus to every article named, and removes those with a minus. A name may have spaces: "+Harbour story".
Prints {changed, undo}.`,
  async run({ args, isJson, client, out }) {
    const words = args.filter((word) => word !== '--');
    const names = (sign: string) => words.filter((word) => word.startsWith(sign)).map((word) => word.slice(1).trim());
    const ids = words
      .filter((word) => !/^[+-]/.test(word))
      .map((word) => numberWord('ID', word, [1, Number.MAX_SAFE_INTEGER]) as ArticleId);
    const [add, remove] = [names('+'), names('-')];
    if (ids.length === 0 || add.length + remove.length === 0)
      throw new UsageError('tag needs at least one id and one +name or -name');
    const { call } = await client();
    const report = await call('articles.setTags', { selection: { ids }, add, remove });
    out(isJson ? JSON.stringify(report) : `${report.changed} changed`);
    return EXIT.ok;
  },
};
