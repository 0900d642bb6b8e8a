import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError, type ErrorCode } from '../../../../contract/errors.ts';
import type { KeptFeed } from '../../../../contract/model.ts';
import { type Command, CommandError, type Context, EXIT, RefusedError, UsageError } from '../command.ts';
import { feedLine, feedView, folderPath, listedView } from '../feed-views.ts';
import { feedNamed, folderWords } from '../feed-words.ts';
import { noWords, oneWord, parseWords } from '../words.ts';
import { ADD_HELP, addFeeds, SAY_YES } from './feed-add.ts';
import { LOOK_HELP, lookAt } from './feed-look.ts';

const PAGE = 1_000;
const REFUSALS: readonly ErrorCode[] = ['private-address', 'not-possible', 'invalid-params', 'too-large'];

/** `feed`: feeds that are subscribed to, and those that are known of. */
export const feed: Command = {
  help: `Usage: feed add ADDRESS… | list | remove FEED | rename FEED NAME | move FEED FOLDER | address FEED ADDRESS | import FILE | export FILE | look ADDRESS | pick ADDRESS

A FEED is named by its id or its address, a FOLDER by its path: News/World, or / for none.

${ADD_HELP}

feed list prints {feeds: [{id, isSubscribed, url, title, siteUrl, folders, addedAt, isMuted, unread, total, settings, health}]}, and after those that are subscribed to
the ones that imported lists (OPML) named and nobody has subscribed to: {id: null, isSubscribed: false, url, title, siteUrl, folders, attributes, addedAt}.

feed remove FEED [--with-articles] unsubscribes; the articles stay, or those that are neither starred nor tagged go to the trash.
feed rename FEED NAME calls it something; "" gives it back its own title. feed move FEED FOLDER makes the folder where it is missing. Both print its line.
feed address FEED ADDRESS [--allow-private] gives it another address, once a feed has come from there; everything else of it stays. Prints its line.
feed import FILE subscribes to everything a list (OPML) names, in its folders, and prints {added, known}; sync then fetches it.
feed export FILE writes such a list, with whatever other programs said in theirs; - writes it to standard output.

${LOOK_HELP}`,
  async run(context) {
    const [word, ...args] = context.args;
    switch (word) {
      case 'look':
      case 'pick':
        return lookAt(word, context, args);
      case 'add':
        return addFeeds(context, args);
      case 'list':
        return listFeeds(context, args);
      case 'remove':
        return removeFeed(context, args);
      case 'rename':
        return renameFeed(context, args);
      case 'move':
        return moveFeed(context, args);
      case 'address':
        return readdressFeed(context, args);
      case 'import':
        return importList(context, args);
      case 'export':
        return exportList(context, args);
      default:
        throw new UsageError(
          'feed is followed by: add, list, remove, rename, move, address, import, export, look or pick',
        );
    }
  },
};

async function listFeeds({ isJson, client, out }: Context, args: readonly string[]): Promise<number> {
  noWords(parseWords(args, {}).positionals);
  const { call } = await client();
  const listed: KeptFeed[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof call<'feeds.listed'>>> = await call('feeds.listed', { after, limit: PAGE });
    listed.push(...page.feeds);
    after = page.next;
  }
  const { feeds, folders } = await call('feeds.list', null);
  if (isJson)
    out(JSON.stringify({ feeds: [...feeds.map((each) => feedView(each, folders)), ...listed.map(listedView)] }));
  else {
    for (const each of feeds) out(feedLine(each, folderPath(folders, each.folderId)));
    for (const { url, title, folders: paths } of listed)
      out(['   –', paths.map((path) => path.join(' / ')).join(', '), title, url].filter(Boolean).join('  '));
  }
  return EXIT.ok;
}

async function removeFeed({ existingEngine, client }: Context, args: readonly string[]): Promise<number> {
  const { positionals, values } = parseWords(args, { 'with-articles': { type: 'boolean' } });
  const word = oneWord(positionals, 'feed remove is followed by a feed');
  await existingEngine();
  const { call } = await client();
  const { id } = feedNamed(await call('feeds.list', null), word);
  await call('feeds.unsubscribe', { id, withArticles: values['with-articles'] ?? false });
  return EXIT.ok;
}

async function renameFeed(context: Context, args: readonly string[]): Promise<number> {
  const [word, name, ...more] = parseWords(args, {}).positionals;
  if (!word || name === undefined || more.length > 0)
    throw new UsageError('feed rename is followed by a feed and a name, in quotes if it has spaces');
  await context.existingEngine();
  const { call } = await context.client();
  const { id } = feedNamed(await call('feeds.list', null), word);
  await call('feeds.change', { id, name });
  return printFeed(context, String(id));
}

async function moveFeed(context: Context, args: readonly string[]): Promise<number> {
  const [word, folder, ...more] = parseWords(args, {}).positionals;
  if (!word || folder === undefined || more.length > 0)
    throw new UsageError('feed move is followed by a feed and a folder');
  const path = folderWords(folder);
  await context.existingEngine();
  const { call } = await context.client();
  const { id } = feedNamed(await call('feeds.list', null), word);
  let folderId = null;
  for (const name of path) folderId = (await call('folders.add', { parentId: folderId, name })).id;
  await call('feeds.change', { id, folderId });
  return printFeed(context, String(id));
}

async function readdressFeed(context: Context, args: readonly string[]): Promise<number> {
  const { positionals, values } = parseWords(args, { 'allow-private': { type: 'boolean' } });
  const [word, url, ...more] = positionals;
  if (!word || !url || more.length > 0) throw new UsageError('feed address is followed by a feed and its new address');
  await context.existingEngine();
  const { call } = await context.client();
  const { id } = feedNamed(await call('feeds.list', null), word);
  await call('feeds.setAddress', { id, url, allowPrivate: values['allow-private'] ?? false }).catch(refuse);
  return printFeed(context, String(id));
}

/** What is wrong with what was given is its refusal; everything else stays what it is. */
function refuse(error: unknown): never {
  const isOfWhatWasGiven = error instanceof AppError && REFUSALS.includes(error.code);
  if (!isOfWhatWasGiven) throw error;
  throw new RefusedError(error.code === 'private-address' ? `${error.message} ${SAY_YES}` : error.message);
}

async function printFeed({ client, isJson, out }: Context, word: string): Promise<number> {
  const subscriptions = await (await client()).call('feeds.list', null);
  const { folders } = subscriptions;
  const found = feedNamed(subscriptions, word);
  out(isJson ? JSON.stringify(feedView(found, folders)) : feedLine(found, folderPath(folders, found.folderId)));
  return EXIT.ok;
}

async function importList({ engine, from, isJson, out }: Context, args: readonly string[]): Promise<number> {
  const file = oneWord(parseWords(args, {}).positionals, 'feed import is followed by a file');
  const bytes = await readFile(resolve(from, file)).catch((error: NodeJS.ErrnoException) => {
    throw new RefusedError(`${file} cannot be read (${error.code ?? error.message})`);
  });
  const { feeds } = await engine();
  const taken = await feeds.lists.take(basename(file), bytes).catch(refuse);
  out(isJson ? JSON.stringify(taken) : `${taken.added} subscribed to, ${taken.known} known before`);
  return EXIT.ok;
}

async function exportList({ existingEngine, from, out }: Context, args: readonly string[]): Promise<number> {
  const file = oneWord(parseWords(args, {}).positionals, 'feed export is followed by a file, or -');
  const { feeds } = await existingEngine();
  const list = await feeds.lists.whole();
  if (file === '-') out(list.trimEnd());
  else
    await writeFile(resolve(from, file), list).catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(`${file} cannot be written (${error.code ?? error.message})`);
    });
  return EXIT.ok;
}
