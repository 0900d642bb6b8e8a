import { resolve } from 'node:path';
import type { WatchedFolder } from '../../../../contract/model.ts';
import { type Command, CommandError, type Context, EXIT, UsageError } from '../command.ts';
import { parseWords } from '../words.ts';

/** `watch`: folders whose new files come in by themselves. */
export const watch: Command = {
  help: `Usage: watch list
       watch add PATH
       watch remove PATH

  list     a JSON line per folder: {path, addedAt, problem}; problem says why nothing comes in from it now
  add      watches a folder: what is in it, and below it, comes in, and what is put there from then on; prints its line
  remove   leaves a folder alone from now on; what came in from it stays

The window takes the files, be it Electron's or that of serve: at once while one is open, else when one is opened next.
Each file is taken once, and again when it has changed. import takes files at once, without a window.`,
  async run(context) {
    const [what, path, ...more] = parseWords(context.args, {}).positionals;
    if (more.length > 0) throw new UsageError(`There is no use for “${more.join(' ')}” here`);
    if (what === 'list' && path === undefined) return listFolders(context);
    if (what === 'add' && path) return addFolder(context, resolve(context.from, path));
    if (what === 'remove' && path) return removeFolder(context, resolve(context.from, path));
    throw new UsageError('watch needs list, or add or remove and the path of a folder');
  },
};

async function listFolders(context: Context): Promise<number> {
  const { watched } = await context.existingEngine();
  for (const folder of await watched.list()) print(context, folder);
  return EXIT.ok;
}

async function addFolder(context: Context, path: string): Promise<number> {
  const { watched } = await context.engine();
  print(context, await watched.add(path));
  return EXIT.ok;
}

async function removeFolder({ existingEngine }: Context, path: string): Promise<number> {
  const { watched } = await existingEngine();
  const folder = (await watched.list()).find((each) => each.path === path);
  if (!folder) throw new CommandError(`${path} is not watched`);
  await watched.remove(folder.id);
  return EXIT.ok;
}

function print({ isJson, out }: Context, { path, addedAt, problem }: WatchedFolder): void {
  out(
    isJson
      ? JSON.stringify({ path, addedAt: new Date(addedAt).toISOString(), problem })
      : `${path}${problem === null ? '' : `: ${problem}`}`,
  );
}
