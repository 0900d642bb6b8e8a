import { type Command, EXIT } from '../command.ts';
import { parseWords } from '../words.ts';

/** `check`: whether the library is whole. */
export const check: Command = {
  name: 'check',
  summary: 'check that the library is whole',
  help: `Usage: check

Reads the whole library and prints {ok, problems: […]}. Exit code 0 when it is whole, 1 when not.`,
  async run({ args, isJson, engine, out }) {
    parseWords(args, {});
    const report = await (await engine()).check();
    if (isJson) out(JSON.stringify(report));
    else for (const line of report.ok ? ['The library is whole.'] : report.problems) out(line);
    return report.ok ? EXIT.ok : EXIT.failed;
  },
};
