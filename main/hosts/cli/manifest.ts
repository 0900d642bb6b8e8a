import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Told } from '../../../ingest/types.ts';
import { UsageError } from './command.ts';

/** One line of a manifest: a file to inspect, or why the line names none. */
export type ManifestLine = { readonly id?: string | number } & (
  | { readonly path: string; readonly told: Told }
  | { readonly problem: string }
);

/**
 * Reads a manifest, JSON lines `{id, path, url?, headers?}`; blank lines are left out.
 * Relative paths start from the manifest's folder, else, where there is no such file, from the caller's.
 * @throws UsageError when the manifest itself cannot be read
 */
export async function readManifest(file: string, from: string): Promise<readonly ManifestLine[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The manifest could not be read: ${(error as Error).message}`);
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines.filter(({ line }) => line !== '').map(({ line, number }) => readLine(line, number, dirname(file), from));
}

function readLine(line: string, number: number, folder: string, from: string): ManifestLine {
  const fields = parsed(line);
  if (fields === null) return { problem: `Line ${number} of the manifest is no JSON object` };
  const { id, path, url, headers } = fields;
  const named = typeof id === 'string' || typeof id === 'number' ? { id } : {};
  if (typeof path !== 'string' || path === '')
    return { ...named, problem: `Line ${number} of the manifest has no path` };
  const beside = resolve(folder, path);
  return {
    ...named,
    path: existsSync(beside) ? beside : resolve(from, path),
    told: toldBy(typeof url === 'string' ? url : null, headers),
  };
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** What a server says of a file counts as it does on the way from it: `Content-Location` is where it lies. */
function toldBy(url: string | null, headers: unknown): Told {
  const said = typeof headers === 'object' && headers !== null ? Object.entries(headers) : [];
  const header = (wanted: string): string | null => {
    const value: unknown = said.find(([name]) => name.toLowerCase() === wanted)?.[1];
    return typeof value === 'string' ? value : null;
  };
  const location = header('content-location');
  const language = header('content-language');
  return {
    url: (location === null ? null : URL.parse(location, url ?? undefined)?.href) ?? url,
    mediaType: header('content-type'),
    ...(language === null ? {} : { stated: { language } }),
  };
}
