import type { CleanUp } from '../../../../contract/space.ts';
import { type Command, type Context, EXIT, UsageError } from '../command.ts';
import { megabytes } from '../views.ts';
import { noWords, numberWord, parseWords } from '../words.ts';

/** `space`: what takes it, and a clean-up. */
export const space: Command = {
  help: `Usage: space
       space clean [--articles DAYS] [--pictures DAYS] [--revisions] [--unfinished] [--yes]
       space compact

Prints {totalBytes, freeBytes, canGiveBack, texts, originals, pictures, files, unfinished, revisions, rest, sources: [{id, kind, name, articles, bytes}]}.

clean says what would go: {articles, pictures, revisions, unfinished, bytes}; with --yes it goes. Only what feeds brought is meant: articles that are starred, tagged or
unread, or that came in by an import or by their address, are never touched.

  --articles DAYS  articles older than that
  --pictures DAYS  pictures of articles older than that; they can be fetched again
  --revisions      texts that articles had before
  --unfinished     what is here of sound and other files that have not come whole

compact gives what is free inside the library's file (freeBytes) back to the disk, and prints {bytes, freeBytes}: how much smaller the file is, and what is still free in it.
It needs no room, other Tearsheets may go on, and Ctrl+C or a crash leaves the file whole, with what was given back by then.`,
  async run(context) {
    const { args, existingEngine, client, out, isJson } = context;
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
    if (word === 'compact') return compact(context);
    if (word !== 'clean') throw new UsageError('space is followed by: clean or compact');
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

async function compact({ client, out, say, isJson, signal }: Context): Promise<number> {
  const { call } = await client();
  let bytes = 0;
  let { freeBytes } = await call('space.report', null);
  while (!signal.aborted) {
    const given = await call('space.giveBack', null);
    bytes += given.bytes;
    freeBytes = given.freeBytes;
    if (given.bytes === 0) break;
  }
  out(
    isJson
      ? JSON.stringify({ bytes, freeBytes })
      : `${megabytes(bytes)} given back, ${megabytes(freeBytes)} still free`,
  );
  if (signal.aborted) say('Cancelled; what had been given back stays so.');
  return signal.aborted ? EXIT.interrupted : EXIT.ok;
}
