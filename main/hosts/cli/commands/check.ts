import { type Command, EXIT } from '../command.ts';
import { noWords, parseWords } from '../words.ts';

/** `check`: whether the library is whole. */
export const check: Command = {
  help: `Usage: check

Reads the whole library and prints {ok, problems: […]}. Exit code 0 when it is whole, 1 when not.`,
  async run({ args, isJson, existingEngine, out }) {
    noWords(parseWords(args, {}).positionals);
    const report = await (await existingEngine()).check();
    if (isJson) out(JSON.stringify(report));
    else for (const line of report.ok ? ['The library is whole.'] : report.problems) out(line);
    return report.ok ? EXIT.ok : EXIT.failed;
  },
};
