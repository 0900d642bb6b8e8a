import type { OpenContainer } from './container.ts';

/** Containers by how their names end, longest ending first. The code comes with the first file of its kind. */
const KINDS: readonly {
  readonly ending: RegExp;
  readonly load: () => Promise<OpenContainer>;
}[] = [
  { ending: /.\.(?:warc|arc)(?:\.gz)?$/i, load: async () => (await import('./web-archive/warc.ts')).openWarc },
  { ending: /.\.wacz$/i, load: async () => (await import('./web-archive/wacz.ts')).openWacz },
  { ending: /.\.epub$/i, load: async () => (await import('./epub/index.ts')).openEpub },
  { ending: /.\.zip$/i, load: async () => (await import('./zip/index.ts')).openZipContainer },
  { ending: /.\.tar$/i, load: async () => (await import('./tar/index.ts')).openTarContainer },
  { ending: /(?:^|.\.)mbox(?:rd|o|cl2?)?$/i, load: async () => (await import('./mbox.ts')).openMbox },
  {
    ending: /.\.(?:rar|7z|bz2|tbz2?|xz|txz|zst|tzst|lz|lzma)$/i,
    load: async () => (await import('./unread.ts')).openUnread,
  },
  // Last: other kinds end so too.
  { ending: /.\.(?:gz|tgz)$/i, load: async () => (await import('./gzip/index.ts')).openGzip },
];

/** How to open what is named so; null for what is no container. */
export const openerOf = (name: string): (() => Promise<OpenContainer>) | null =>
  KINDS.find(({ ending }) => ending.test(name))?.load ?? null;
