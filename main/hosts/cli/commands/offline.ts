import { type Command, EXIT, UsageError } from '../command.ts';
import { parseWords } from '../words.ts';

/** `offline`: the switch after which nothing leaves. */
export const offline: Command = {
  help: `Usage: offline [on|off]

Without a word it tells how it stands. It is a setting of the library: a window that has it open keeps to it at once. Prints {isOfflineMode}.`,
  async run({ args, isJson, client, out }) {
    const [word, ...more] = parseWords(args, {}).positionals;
    if (more.length > 0 || (word !== undefined && word !== 'on' && word !== 'off'))
      throw new UsageError('offline is followed by on, off or nothing');
    const { call } = await client();
    const { isOfflineMode } = word
      ? await call('settings.set', { isOfflineMode: word === 'on' })
      : await call('settings.get', null);
    out(isJson ? JSON.stringify({ isOfflineMode }) : `Offline mode is ${isOfflineMode ? 'on' : 'off'}.`);
    return EXIT.ok;
  },
};
