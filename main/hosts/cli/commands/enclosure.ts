import type { ArticleEnclosure, EnclosureProgress } from '../../../../contract/enclosures.ts';
import { AppError } from '../../../../contract/errors.ts';
import type { ArticleId } from '../../../../contract/model.ts';
import { type Command, CommandError, type Context, EXIT, UsageError } from '../command.ts';
import { megabytes } from '../views.ts';
import { idWord, parseWords } from '../words.ts';

/** `enclosure`: files that articles bring along. */
export const enclosure: Command = {
  help: `Usage: enclosure list ARTICLE
       enclosure fetch ARTICLE [ADDRESS]

list prints a JSON line for each file that came with an article: {url, status, mediaType, sizeBytes, receivedBytes, durationSeconds}.

  here   it is in the library
  begun  some of it is, receivedBytes of it; fetch goes on from there
  away   nothing of it is

fetch fetches all of them, or the one of that address, says on standard error how far it is, and prints the same line for each once it is done, with error: why it is
not here whole. What was cut off goes on from there, if the file is still the same; else it begins anew.

Exit code 0 when all are here, 3 when some are not. Ctrl+C ends it cleanly, and what has come stays.`,
  async run(context) {
    const { positionals } = parseWords(context.args, {});
    const [word, article, address, ...others] = positionals;
    if ((word !== 'list' && word !== 'fetch') || article === undefined || others.length > 0)
      throw new UsageError('enclosure is followed by list or fetch, and an article');
    if (word === 'list' && address !== undefined) throw new UsageError('enclosure list takes an article alone');
    const id = idWord(article);
    await context.existingEngine();
    const { call } = await context.client();
    const { enclosures } = await call('articles.get', { id });
    if (enclosures.length === 0) context.say('The article brings no files');
    if (word === 'list') {
      for (const each of enclosures) say(context, viewOf(each, null));
      return EXIT.ok;
    }
    const wanted = address === undefined ? enclosures : enclosures.filter(({ url }) => url === address);
    if (address !== undefined && wanted.length === 0) throw new CommandError('The article has no such file');
    let isAllHere = true;
    for (const { url } of wanted) {
      const error = await fetched(context, id, url);
      const file = (await call('articles.get', { id })).enclosures.find((each) => each.url === url);
      if (file) say(context, viewOf(file, error));
      if (error) isAllHere = false;
      if (context.signal.aborted) return EXIT.interrupted;
    }
    return isAllHere ? EXIT.ok : EXIT.someFailed;
  },
};

interface View {
  readonly url: string;
  readonly status: 'here' | 'begun' | 'away';
  readonly mediaType: string | null;
  readonly sizeBytes: number | null;
  readonly receivedBytes: number;
  readonly durationSeconds: number | null;
  readonly error?: { readonly code: string; readonly message: string };
}

function viewOf(
  { url, mediaType, sizeBytes, durationSeconds, src, begun }: ArticleEnclosure,
  error: AppError | null,
): View {
  return {
    url,
    status: src !== null ? 'here' : begun ? 'begun' : 'away',
    mediaType,
    sizeBytes,
    receivedBytes: src !== null ? (sizeBytes ?? 0) : (begun?.receivedBytes ?? 0),
    durationSeconds,
    ...(error && { error: { code: error.code, message: error.message } }),
  };
}

/** @returns why it is not here; null when it is */
async function fetched({ client, signal, say }: Context, id: ArticleId, url: string): Promise<AppError | null> {
  const { call, subscribe } = await client();
  const cancel = () => void call('enclosures.cancel', { id, url }).catch(() => {});
  const telling = createTelling(say);
  const stop = subscribe((event) => {
    if (event.type === 'enclosure.progress' && event.enclosure.url === url) telling(event.enclosure);
  });
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const fetching = call('enclosures.fetch', { id, url });
    if (signal.aborted) cancel();
    await fetching;
    return null;
  } catch (error) {
    if (error instanceof AppError && ['cancelled', 'not-possible'].includes(error.code)) return error;
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    stop();
  }
}

const MB = 1024 * 1024;

/** Says how far it is with every tenth of it, or every ten megabytes where it is not known how large it is. */
function createTelling(say: (line: string) => void) {
  let told = 0;
  return ({ receivedBytes, totalBytes }: EnclosureProgress) => {
    const step = totalBytes === null ? 10 * MB : Math.max(totalBytes / 10, MB);
    if (Math.floor(receivedBytes / step) <= told) return;
    told = Math.floor(receivedBytes / step);
    say(`${megabytes(receivedBytes)}${totalBytes === null ? '' : ` of ${megabytes(totalBytes)}`}`);
  };
}

function say({ isJson, out }: Context, view: View): void {
  const some = view.status === 'begun' ? `${megabytes(view.receivedBytes)} of ` : '';
  const size = view.sizeBytes === null ? '' : `  ${some}${megabytes(view.sizeBytes)}`;
  const why = view.error ? `: ${view.error.message}` : '';
  out(isJson ? JSON.stringify(view) : `${view.status.padEnd(5)}  ${view.url}${size}${why}`);
}
