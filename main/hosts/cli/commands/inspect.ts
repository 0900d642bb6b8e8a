import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Inspection } from '../../../inspect.ts';
import { type Command, type Context, EXIT, UsageError } from '../command.ts';
import { draftView } from '../views.ts';
import { parseWords } from '../words.ts';

interface Request {
  readonly id: string | null;
  readonly path: string;
  readonly url: string | null;
  readonly mediaType: string | null;
}

/** `inspect`: what would become of files, nothing stored. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'show what would become of files; nothing is stored',
  help: `Usage: inspect PATH… [--url URL] [--manifest FILE]

Prints one line per file: {kind: "article", format, article: {…}} or {error: {code, message}}.

  --url URL         the address the files came from
  --manifest FILE   JSON lines {id, path, url, headers}, answered one line each with their id; paths start from the manifest's folder

Exit code 0 when all could be read, 3 when some could not.`,
  async run(context) {
    const { values, positionals } = parseWords(context.args, { url: { type: 'string' }, manifest: { type: 'string' } });
    const named = positionals.map((path) => ({
      id: null,
      path: resolve(context.from, path),
      url: values.url ?? null,
      mediaType: null,
    }));
    const listed = values.manifest === undefined ? [] : await readManifest(resolve(context.from, values.manifest));
    const requests: readonly Request[] = [...named, ...listed];
    if (requests.length === 0) throw new UsageError('inspect needs a file or a manifest');
    return inspectAll(context, requests);
  },
};

async function inspectAll({ out, signal }: Context, requests: readonly Request[]): Promise<number> {
  // Nothing of the library is needed, so none is opened or made.
  const { inspectFile } = await import('../../../inspect.ts');
  let failed = 0;
  for (const { id, ...request } of requests) {
    if (signal.aborted) return EXIT.interrupted;
    const result = await inspectFile(request);
    if (!result.ok) failed++;
    out(JSON.stringify({ ...(id !== null && { id }), ...answer(result) }));
  }
  return failed > 0 ? EXIT.someFailed : EXIT.ok;
}

const answer = (result: Inspection) =>
  result.ok
    ? { kind: 'article', format: result.format, article: draftView(result.draft) }
    : { error: { code: result.code, message: result.message } };

async function readManifest(file: string): Promise<readonly Request[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The manifest could not be read: ${(error as Error).message}`);
  }
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines.filter(({ line }) => line !== '').map(({ line, number }) => readLine(line, number, dirname(file)));
}

function readLine(line: string, number: number, folder: string): Request {
  try {
    const { id, path, url, headers } = JSON.parse(line) as Record<string, unknown>;
    if (typeof path !== 'string') throw new Error('it has no path');
    return {
      id: id === undefined || id === null ? null : String(id),
      path: resolve(folder, path),
      url: typeof url === 'string' ? url : null,
      mediaType: contentType(headers),
    };
  } catch (error) {
    throw new UsageError(`Line ${number} of the manifest: ${(error as Error).message}`);
  }
}

function contentType(headers: unknown): string | null {
  if (typeof headers !== 'object' || headers === null) return null;
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
  return typeof entry?.[1] === 'string' ? entry[1] : null;
}
