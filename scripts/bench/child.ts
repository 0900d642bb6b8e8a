import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { builtCli, root } from '../process.ts';

/** What a process cost from its start to its end. */
export interface Ended {
  readonly elapsedMs: number;
  /** Most memory it ever had, threads included; null where the system does not say. */
  readonly peakMb: number | null;
  /** What it had at moments equally far apart, from the first it wrote to its end. */
  readonly memoryMb: readonly number[];
  /** The last line it wrote, which is JSON. */
  readonly answer: unknown;
}

/** Memory is asked for this often; the system itself remembers the peak. */
const LOOK_MS = 50;

/** Runs a script with the Node that runs this, to its end. @throws when it fails */
export function runToEnd(script: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let peakMb: number | null = null;
    const memoryMb: number[] = [];
    let written = '';
    const looking = setInterval(() => {
      peakMb = peakOf(child.pid) ?? peakMb;
      const now = written === '' ? null : memoryOf(child.pid);
      if (now !== null) memoryMb.push(now);
    }, LOOK_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      // Only the last line is wanted, and an import writes one for every file.
      written = (written + text).slice(-65_536);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(looking);
      const elapsedMs = performance.now() - startedAt;
      if (code !== 0) reject(new Error(`${script} ended with ${code}`));
      else resolve({ elapsedMs, peakMb, memoryMb, answer: JSON.parse(written.trimEnd().split('\n').at(-1) ?? 'null') });
    });
  });
}

/** The most memory a process has had so far, in MB. */
export function peakOf(pid: number | undefined): number | null {
  const kb = readProc(`${pid}/status`)?.match(/^VmHWM:\s+(\d+) kB$/m)?.[1];
  return kb === undefined ? null : Number(kb) / 1024;
}

/** The memory a process has now, in MB. */
export function memoryOf(pid: number | undefined): number | null {
  const kb = readProc(`${pid}/status`)?.match(/^VmRSS:\s+(\d+) kB$/m)?.[1];
  return kb === undefined ? null : Number(kb) / 1024;
}

/** Processor time a process has used so far, in ticks of ten milliseconds. */
export function ticksOf(pid: number | undefined): number | null {
  // The second field is a name in brackets and may hold spaces.
  const fields = readProc(`${pid}/stat`)?.split(') ')[1]?.split(' ');
  return fields ? Number(fields[11]) + Number(fields[12]) : null;
}

/** Linux tells of its processes in files; elsewhere there are none. */
function readProc(path: string): string | null {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return null;
  }
}

/** The reader, served by a process of its own. */
export interface Serving {
  readonly url: string;
  /** Processor time used so far, as `ticksOf`. */
  ticks(): number | null;
  /** Memory it has now, as `memoryOf`. */
  memoryMb(): number | null;
  stop(): Promise<void>;
}

/** Serves a library the way `npm start` does, built, on any free port. */
export async function serveLibrary(folder: string): Promise<Serving> {
  const args = ['scripts/run.js', builtCli, 'serve', '--json', '--library', folder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line).url));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The engine ended with ${code} before it was there`)));
  });
  return {
    url,
    ticks: () => ticksOf(child.pid),
    memoryMb: () => memoryOf(child.pid),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
