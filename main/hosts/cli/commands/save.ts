import { AppError } from '../../../../contract/errors.ts';
import type { ArticleId } from '../../../../contract/model.ts';
import type { FetchEnd } from '../../../pages/runner.ts';
import { type Command, type Context, EXIT, UsageError } from '../command.ts';
import { parseWords, tagWords } from '../words.ts';
import { SAY_YES } from './feed-add.ts';

/** `save`: web pages into the library, by their addresses. */
export const save: Command = {
  help: `Usage: save ADDRESS… [--tag NAME]… [--allow-private]
       save --links | --waiting

Keeps each address at once, one on your own network only with --allow-private, then fetches its page and the pictures in it. An address whose page does not come stays in the library and waits, or says why
there will be none; it can be asked for again. Prints a JSON line per address: {url, status, articleId, title, words, offline, error}.

  fetched   the page is here; offline says what of it: text, images or complete
  waiting   it is to be tried again, later; error says why
  refused   it is not tried again by itself; error says why

  --links          fetch everything of which only the address was kept
  --waiting        fetch what is due of all that was ever asked for: it was cut off, or there was no network
  --tag NAME       put a tag on each; may be given several times
  --allow-private  the addresses may lie on your own network

Exit code 0 when all came, 3 when some did not. Ctrl+C ends it cleanly; save --waiting goes on.`,
  async run(context) {
    const { values, positionals } = parseWords(context.args, {
      tag: { type: 'string', multiple: true },
      links: { type: 'boolean', default: false },
      waiting: { type: 'boolean', default: false },
      'allow-private': { type: 'boolean', default: false },
    });
    const isOfAll = values.links || values.waiting;
    if (isOfAll === positionals.length > 0) throw new UsageError('save needs addresses, --links or --waiting');
    const tags = tagWords(values.tag ?? []);
    const { call } = await context.client();
    const asked = new Map<ArticleId, string>();
    let refused = 0;
    for (const address of positionals) {
      try {
        const { id } = await call('pages.save', { address, tags, allowPrivate: values['allow-private'] });
        asked.set(id, address);
      } catch (error) {
        refused++;
        const isPrivate = error instanceof AppError && error.code === 'private-address';
        const [code, message] = isPrivate
          ? ['private-address', `${error.message}. ${SAY_YES}`]
          : ['bad-address', messageOf(error)];
        say(context, { url: address, status: 'refused', error: { code, message } });
      }
    }
    if (values.links) await call('pages.fetchLinks', null);
    const outcomes = await fetchAll(context, asked, isOfAll);
    const isAllHere = outcomes.every(({ status }) => status === 'fetched') && refused === 0;
    if (context.signal.aborted) return EXIT.interrupted;
    return isAllHere ? EXIT.ok : EXIT.someFailed;
  },
};

interface Line {
  readonly url: string | null;
  readonly status: string;
  readonly articleId?: ArticleId;
  readonly title?: string;
  readonly words?: number;
  readonly offline?: string;
  readonly error?: { readonly code: string; readonly message: string } | null;
}

/** Fetches what is due. A line is said of an address when all of it has come, or has not. */
async function fetchAll(
  context: Context,
  asked: ReadonlyMap<ArticleId, string>,
  isOfAll: boolean,
): Promise<readonly Line[]> {
  const { pages } = await context.engine();
  const { call } = await context.client();
  /** Which address became which article. */
  const met = new Map<ArticleId, ArticleId>([...asked.keys()].map((id) => [id, id]));
  const onEnd = ({ articleId, now }: FetchEnd) => {
    if (isOfAll || met.has(articleId)) met.set(articleId, now);
  };
  await pages.run(context.signal, onEnd);
  const lines: Line[] = [];
  for (const [was, id] of met) {
    const article = await call('articles.get', { id }).catch(() => null);
    if (!article) continue;
    const { title, wordCount: words, offline, page, pictures } = article;
    const status = page?.state ?? pictures?.state ?? 'fetched';
    const error = page?.error ?? pictures?.error ?? null;
    const line = { url: asked.get(was) ?? article.url, status, articleId: id, title, words, offline, error };
    say(context, line);
    lines.push(line);
  }
  return lines;
}

function say({ isJson, out }: Context, line: Line): void {
  if (isJson) out(JSON.stringify(line));
  else out(`${line.status.padEnd(8)}  ${line.title ?? line.url}${line.error ? `: ${line.error.message}` : ''}`);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
