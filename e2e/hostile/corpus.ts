import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCheckout } from '../built-copy.ts';
import type { Payload } from './own-payloads.ts';

const folder = inCheckout('../shared/corpora/xss');
const list = join(folder, 'open/payloads.jsonl');

/** Whether the payloads that others have collected are on this machine. */
export const hasCorpus = (): boolean => existsSync(list);

/** Those payloads, and the files among them that carry one. */
export function corpusPayloads(): readonly Payload[] {
  const payloads = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly id: string; readonly payload: string })
    .map(({ id, payload }) => ({ name: id, markup: payload }));
  const files = Object.entries(corpusFiles()).map(([name, markup]) => ({ name: name.replaceAll('.', ' '), markup }));
  return [...payloads, ...files];
}

/** Files that carry a payload, by name. */
export function corpusFiles(): Readonly<Record<string, string>> {
  const files = join(folder, 'files');
  return Object.fromEntries(readdirSync(files).map((name) => [name, readFileSync(join(files, name), 'utf8')]));
}
