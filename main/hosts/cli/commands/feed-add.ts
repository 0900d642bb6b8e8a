import { AppError } from '../../../../contract/errors.ts';
import { CommandError, type Context, EXIT, RefusedError, UsageError } from '../command.ts';
import { folderWords } from '../feed-words.ts';
import { parseWords } from '../words.ts';

export const ADD_HELP = `feed add ADDRESS… [--folder A/B] [--allow-private] subscribes: each feed is fetched, and what it holds is stored. An address that is a page
leads to its feed, if it names but one. Prints a line for each: {url, status, id, title, articles, error}; status is subscribed, known or failed.`;

interface Added {
  readonly url: string;
  readonly status: 'subscribed' | 'known' | 'failed';
  readonly id: number | null;
  readonly title: string | null;
  readonly articles: number;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** What one says yes to an address on one's own network with. */
export const SAY_YES = 'If it is meant: --allow-private';

/** `feed add`: subscribes. */
export async function addFeeds(context: Context, args: readonly string[]): Promise<number> {
  const { isJson, out, signal } = context;
  const { positionals, values } = parseWords(args, {
    folder: { type: 'string' },
    'allow-private': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('feed add is followed by an address');
  const folder = values.folder === undefined ? [] : folderWords(values.folder);
  let failed = 0;
  for (const address of positionals) {
    if (signal.aborted) return EXIT.interrupted;
    const added = await addOne(context, address, folder, values['allow-private'] ?? false);
    if (added.status === 'failed') failed++;
    if (isJson) out(JSON.stringify(added));
    else if (added.error === null) out(`${added.title}: ${added.status}, ${added.articles} articles`);
    if (added.error && !isJson) {
      if (positionals.length === 1) throw new RefusedError(added.error.message);
      out(`${address}: ${added.error.message}`);
    }
  }
  return failed === 0 ? EXIT.ok : EXIT.someFailed;
}

async function addOne(
  context: Context,
  address: string,
  folder: readonly string[],
  allowPrivate: boolean,
): Promise<Added> {
  const { feeds } = await context.engine();
  const add = async (url: string): Promise<Added> => {
    const { feed, isNew, added } = await feeds.add({ url, folder, allowPrivate, signal: context.signal });
    const status = isNew ? 'subscribed' : 'known';
    return { url: feed.url, status, id: feed.id, title: feed.name, articles: added, error: null };
  };
  try {
    return await add(address).catch(async (error: unknown) => {
      const found = await lookBehind(context, address, allowPrivate, error);
      return add(found);
    });
  } catch (error) {
    if (!(error instanceof AppError || error instanceof CommandError)) throw error;
    const code = error instanceof AppError ? error.code : 'not-possible';
    return {
      url: address,
      status: 'failed',
      id: null,
      title: null,
      articles: 0,
      error: {
        code,
        message: code === 'private-address' && !allowPrivate ? `${error.message} ${SAY_YES}` : error.message,
      },
    };
  }
}

/** What is no feed itself may lead to one. @throws the error that made us look, when it does not */
async function lookBehind(context: Context, address: string, allowPrivate: boolean, error: unknown): Promise<string> {
  if (!(error instanceof AppError) || !/not a feed|no feed|no address/.test(error.message)) throw error;
  const { call } = await context.client();
  const { candidates } = await call('feeds.look', { address, allowPrivate });
  const feeds = candidates.filter(({ kind }) => kind === 'feed');
  const [only, ...others] = feeds;
  if (!only) throw error;
  if (others.length === 0) return only.url;
  const several = feeds.map(({ url, title }) => [url, title].filter(Boolean).join('  ')).join('\n');
  throw new CommandError(`${address} leads to several feeds; name the one that is meant:\n${several}`);
}
