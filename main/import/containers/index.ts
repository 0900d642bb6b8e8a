import type { OpenContainer } from './container.ts';

/** Containers by how their names end, longest ending first. The code comes with the first file of its kind. */
const KINDS: readonly {
  readonly ending: RegExp;
  readonly load: () => Promise<OpenContainer>;
}[] = [
  { ending: /.\.(?:warc|arc)(?:\.gz)?$/i, load: async () => (await import('./web-archive/warc.ts')).openWarc },
  { ending: /.\.epub$/i, load: async () => (await import('./epub/index.ts')).openEpub },
  { ending: /.\.zip$/i, load: async () => (await import('./zip/index.ts')).openZipContainer },
];

/** How to open what is named so; null for what is no container. */
export const openerOf = (name: string): (() => Promise<OpenContainer>) | null =>
  KINDS.find(({ ending }) => ending.test(name))?.load ?? null;
