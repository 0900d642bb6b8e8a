import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../base/log.ts';
import { type Client, createClient } from '../contract/client.ts';
import type { AppEvent } from '../contract/events.ts';
import type { ImportItem, ImportSummary } from '../contract/imports.ts';
import type { ArticleSummary, ImportId } from '../contract/model.ts';
import { filter, query, temporaryFolder, workerUrl } from '../db/testing.ts';
import { createEngine, type Engine, type EngineOptions } from './engine.ts';

/** A text the rules for plain text take as it is: a headline and sentences. */
export const story = (title: string, ...sentences: readonly string[]): string =>
  `${title}\n\n${sentences.length > 0 ? sentences.join('\n\n') : `${title}, the council said on Monday. It gave no reason for that.`}\n`;

/** The same as Markdown, with a head. */
export const markdown = (head: Readonly<Record<string, string>>, body: string): string =>
  `---\n${Object.entries(head)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n${body}\n`;

/** Writes files below `root`, making the folders they are in. */
export function writeTree(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

export interface TestEngine {
  readonly engine: Engine;
  readonly client: Client;
  /** A temporary folder: the library is in `library/`, the rest is the test's. */
  readonly folder: string;
  readonly library: string;
  readonly events: readonly AppEvent[];
  readonly logged: readonly string[];
  /** Imports paths relative to the folder. */
  importPaths(
    ...paths: readonly string[]
  ): Promise<{ readonly summary: ImportSummary; readonly items: readonly ImportItem[] }>;
  /** The import as it ended. */
  ended(id: ImportId): Promise<ImportSummary>;
  /** Everything but the trash, newest first. */
  articles(): Promise<readonly ArticleSummary[]>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** An engine on a library of its own, with real threads; gone when the test is. */
export async function testEngine(options: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const folder = temporaryFolder();
  const library = join(folder.path, 'library');
  const logged: string[] = [];
  const log: Log = (level, message, fields = {}) => logged.push(`${level}: ${message} ${JSON.stringify(fields)}`);
  const engine = await createEngine({
    folder: library,
    workers: { db: workerUrl, ingest: new URL('../ingest/worker.ts', import.meta.url) },
    rendererFolder: join(folder.path, 'renderer'),
    samplesFolder: fileURLToPath(new URL('./samples', import.meta.url)),
    log,
    now: Date.now,
    hasWindow: false,
    ...options,
  });
  const client = createClient({ send: engine.dispatch, subscribe: engine.subscribe });
  const events: AppEvent[] = [];
  engine.subscribe((event) => events.push(event));
  return {
    engine,
    client,
    folder: folder.path,
    library,
    events,
    logged,
    async importPaths(...paths) {
      const items: ImportItem[] = [];
      const summary = await engine.imports.fromPaths(
        paths.map((path) => join(folder.path, path)),
        { signal: new AbortController().signal, onItem: (item) => items.push(item) },
      );
      return { summary, items };
    },
    ended: (id) =>
      new Promise((resolve, reject) => {
        const look = (event: AppEvent) => {
          if (event.type !== 'import.progress' || event.import.id !== id || event.import.state === 'running') return;
          stop();
          resolve(event.import);
        };
        const stop = engine.subscribe(look);
        events.forEach(look);
        // It may have ended in a program before this one: then nothing more is told of it.
        client.call('imports.list', null).then((imports) => {
          const past = imports.find((one) => one.id === id);
          if (past?.state === 'done' || past?.state === 'cancelled') resolve(past);
        }, reject);
      }),
    articles: async () => (await client.call('articles.list', query({ filter: filter() }))).items,
    async [Symbol.asyncDispose]() {
      await engine.close();
      folder[Symbol.dispose]();
    },
  };
}
