import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../process.ts';

/** A line of an import's answer. */
export interface Line {
  readonly path: string;
  readonly status: string;
  readonly articleId?: number;
  readonly title?: string;
}

type Counts = Readonly<Record<'imported' | 'duplicate' | 'updated' | 'skipped' | 'failed', number>>;

/** Where a process is ended. */
export type Moment = { readonly afterLines: number } | { readonly afterMs: number };

/** What was heard of an import until its end. */
export interface Heard {
  readonly lines: readonly Line[];
  /** Null when it was ended before it could say. */
  readonly summary: Counts | null;
}

/** Runs `import` as a process of its own and kills it at the moment given, if it lasts that long. */
export async function runImport(files: string, library: string, moment: Moment | null): Promise<Heard> {
  const program = join(root, 'main/hosts/cli/main.ts');
  const child = spawn(process.execPath, [program, 'import', files, '--json', '--library', library], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const timer = moment && 'afterMs' in moment ? setTimeout(() => kill(child), moment.afterMs) : null;
  const lines: Line[] = [];
  let summary: Counts | null = null;
  for await (const text of createInterface({ input: child.stdout })) {
    const line = parsed(text);
    if (!line) continue;
    if ('summary' in line) summary = line.summary;
    else lines.push(line);
    if (moment && 'afterLines' in moment && lines.length === moment.afterLines) kill(child);
  }
  await ended;
  if (timer) clearTimeout(timer);
  return { lines, summary };
}

const kill = (child: ChildProcess): boolean => child.kill('SIGKILL');

/** The last line of a process that was killed may be half a line. */
function parsed(text: string): Line | { readonly summary: Counts } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
