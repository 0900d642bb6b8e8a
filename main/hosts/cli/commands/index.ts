import type { Command } from '../command.ts';

/** A command as help lists it; what it does is loaded when it is called. */
interface Listed {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** All commands, in the order help shows them. */
export const commands: readonly Listed[] = [
  { name: 'import', summary: 'import files and folders', load: async () => (await import('./import.ts')).importFiles },
  {
    name: 'save',
    summary: 'fetch web pages and keep them with their pictures',
    load: async () => (await import('./save.ts')).save,
  },
  {
    name: 'enclosure',
    summary: 'list and fetch sound, films and documents that come with articles',
    load: async () => (await import('./enclosure.ts')).enclosure,
  },
  {
    name: 'imports',
    summary: 'list past imports, show their reports, undo them, retry what failed',
    load: async () => (await import('./imports.ts')).imports,
  },
  {
    name: 'watch',
    summary: 'list, add and remove folders whose new files come in by themselves',
    load: async () => (await import('./watch.ts')).watch,
  },
  { name: 'list', summary: 'list articles, newest first', load: async () => (await import('./list.ts')).list },
  { name: 'show', summary: 'show one article whole', load: async () => (await import('./show.ts')).show },
  {
    name: 'search',
    summary: 'search titles, bylines, texts and tags',
    load: async () => (await import('./search.ts')).search,
  },
  { name: 'tag', summary: 'add and remove tags', load: async () => (await import('./tag.ts')).tag },
  {
    name: 'export',
    summary: 'write articles as Markdown files',
    load: async () => (await import('./export.ts')).exportArticles,
  },
  {
    name: 'feed',
    summary:
      'subscribe to feeds, list, rename, move and remove them, change their addresses, take lists of them in and out, look behind an address',
    load: async () => (await import('./feed.ts')).feed,
  },
  {
    name: 'sync',
    summary: 'fetch the feeds that are subscribed to',
    load: async () => (await import('./sync.ts')).sync,
  },
  {
    name: 'trip',
    summary: 'make ready what to read without a network',
    load: async () => (await import('./trip.ts')).trip,
  },
  {
    name: 'space',
    summary: 'show what takes the space, and clean up',
    load: async () => (await import('./space.ts')).space,
  },
  {
    name: 'ledger',
    summary: 'list every request that was made to the network, newest first',
    load: async () => (await import('./ledger.ts')).ledger,
  },
  {
    name: 'offline',
    summary: 'switch offline mode on or off: in it nothing leaves this computer',
    load: async () => (await import('./offline.ts')).offline,
  },
  {
    name: 'inspect',
    summary: 'show what would become of files; nothing is stored',
    load: async () => (await import('./inspect.ts')).inspect,
  },
  {
    name: 'reread',
    summary: 'read kept originals again with today’s rules',
    load: async () => (await import('./reread.ts')).reread,
  },
  {
    name: 'serve',
    summary: 'open the reader in a browser on this machine',
    load: async () => (await import('./serve.ts')).serve,
  },
  { name: 'check', summary: 'check that the library is whole', load: async () => (await import('./check.ts')).check },
  {
    name: 'backup',
    summary: 'copy the whole library into one file',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'put a backup in the place of the library',
    load: async () => (await import('./restore.ts')).restore,
  },
];
