import type { CleanUp } from '../../../../contract/space.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { megabytes } from '../views.ts';
import { noWords, numberWord, parseWords } from '../words.ts';

/** `space`: what takes it, and a clean-up. */
export const space: Command = {
  help: `Usage: space
       space clean [--articles DAYS] [--pictures DAYS] [--revisions] [--unfinished] [--yes]

Prints {totalBytes, freeBytes, texts, originals, pictures, files, unfinished, revisions, rest, sources: [{id, kind, name, articles, bytes}]}.

clean says what would go: {articles, pictures, revisions, unfinished, bytes}; with --yes it goes. Only what feeds brought is meant: articles that are starred, tagged or
unread, or that came in by an import or by their address, are never touched.

  --articles DAYS  articles older than that
  --pictures DAYS  pictures of articles older than that; they can be fetched again
  --revisions      texts that articles had before
  --unfinished     what is here of sound and other files that have not come whole`,
  async run({ args, existingEngine, client, out, isJson }) {
    const { values, positionals } = parseWords(args, {
      articles: { type: 'string' },
      pictures: { type: 'string' },
      revisions: { type: 'boolean', default: false },
      unfinished: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    });
    const [word, ...rest] = positionals;
    noWords(rest);
    await existingEngine();
    const { call } = await client();
    if (word === undefined) {
      const report = await call('space.report', null);
      if (isJson) out(JSON.stringify(report));
      else
        for (const [name, bytes] of Object.entries(report))
          if (typeof bytes === 'number') out(`${name.padEnd(12)} ${megabytes(bytes)}`);
      return EXIT.ok;
    }
    if (word !== 'clean') throw new UsageError('space is followed by: clean');
    const days = (of: string | undefined) => (of === undefined ? null : numberWord('DAYS', of, [1, 36_500]));
    const choice: CleanUp = {
      articlesOlderThanDays: days(values.articles),
      picturesOlderThanDays: days(values.pictures),
      revisions: values.revisions,
      unfinished: values.unfinished,
    };
    const done = await call(values.yes ? 'space.clean' : 'space.preview', choice);
    if (isJson) out(JSON.stringify(done));
    else
      out(
        `${done.articles} articles, pictures of ${done.pictures}, ${done.revisions} earlier texts, ${done.unfinished} half-fetched files: ${megabytes(done.bytes)}`,
      );
    return EXIT.ok;
  },
};
