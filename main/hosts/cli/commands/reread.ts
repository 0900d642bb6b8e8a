import { AppError } from '../../../../contract/errors.ts';
import { type Command, type Context, EXIT, UsageError } from '../command.ts';
import { idWord, parseWords } from '../words.ts';

/** `reread`: articles anew from their kept originals. */
export const reread: Command = {
  help: `Usage: reread ID… | --all

Makes articles anew from the originals the library keeps; tags, state and dates added stay. Prints a JSON line
{id, error: {code, message}} for each that stayed as it was because today's rules see no article in its original, and at the end
{summary: {reread, left, elapsedMs}}.

Exit code 0 when all were read, 3 when some stayed. Ctrl+C ends it cleanly; what was read until then stays.`,
  async run(context) {
    const { values, positionals } = parseWords(context.args, { all: { type: 'boolean', default: false } });
    if (values.all === positionals.length > 0) throw new UsageError('reread needs either article ids or --all');
    const started = performance.now();
    const { reread, left } = values.all ? await rereadAll(context) : await rereadSome(context, positionals);
    const summary = { reread, left, elapsedMs: Math.round(performance.now() - started) };
    context.out(context.isJson ? JSON.stringify({ summary }) : `${reread} read again, ${left} left as they were`);
    if (context.signal.aborted) return EXIT.interrupted;
    return left > 0 ? EXIT.someFailed : EXIT.ok;
  },
};

interface Outcome {
  readonly reread: number;
  readonly left: number;
}

async function rereadAll(context: Context): Promise<Outcome> {
  const { rereads } = await context.existingEngine();
  const { done, left } = await rereads.all({
    signal: context.signal,
    onLeft: ({ id, code, message }) => sayLeft(context, id, code, message),
  });
  return { reread: done - left, left };
}

async function rereadSome(context: Context, words: readonly string[]): Promise<Outcome> {
  const ids = words.map(idWord);
  await context.existingEngine();
  const { call } = await context.client();
  let left = 0;
  for (const id of ids) {
    if (context.signal.aborted) break;
    try {
      await call('articles.reread', { id });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      left++;
      sayLeft(context, id, error.code, error.message);
    }
  }
  return { reread: ids.length - left, left };
}

const sayLeft = ({ isJson, out }: Context, id: number, code: string, message: string): void =>
  out(isJson ? JSON.stringify({ id, error: { code, message } }) : `${id}: ${message}`);
