/** One thing a person can tell Tearsheet to do; keys and native menus are both made from this table. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Keys as `KeyboardEvent.key` with modifiers: `j`, `Shift+U`, `Mod+Z` (Mod is Ctrl, on a Mac Cmd). The first is shown. */
  readonly keys: readonly string[];
  readonly group: 'Go' | 'Article' | 'List' | 'Library' | 'View';
}

/** All commands, in the order the key map and the menus show them. */
export const commands = [
  { id: 'article.next', label: 'Next article', keys: ['j', 'ArrowDown'], group: 'Go' },
  { id: 'article.previous', label: 'Previous article', keys: ['k', 'ArrowUp'], group: 'Go' },
  { id: 'article.open', label: 'Open article', keys: ['Enter'], group: 'Go' },
  { id: 'go.back', label: 'Back', keys: ['Escape'], group: 'Go' },
  { id: 'go.search', label: 'Search', keys: ['/', 'Mod+F'], group: 'Go' },
  { id: 'go.articles', label: 'Articles', keys: ['g a'], group: 'Go' },
  { id: 'go.unread', label: 'Unread', keys: ['g u'], group: 'Go' },
  { id: 'go.starred', label: 'Starred', keys: ['g s'], group: 'Go' },
  { id: 'go.archive', label: 'Archive', keys: ['g e'], group: 'Go' },
  { id: 'go.trash', label: 'Trash', keys: ['g t'], group: 'Go' },
  { id: 'go.imports', label: 'Imports', keys: ['g i'], group: 'Go' },
  { id: 'go.feeds', label: 'Feeds', keys: ['g f'], group: 'Go' },
  { id: 'article.page', label: 'Page down, then next unread', keys: [' '], group: 'Article' },
  { id: 'article.toggleRead', label: 'Mark read or unread', keys: ['m'], group: 'Article' },
  { id: 'article.toggleStar', label: 'Star or unstar', keys: ['s'], group: 'Article' },
  { id: 'article.tag', label: 'Edit tags', keys: ['t'], group: 'Article' },
  { id: 'article.archive', label: 'Archive or unarchive', keys: ['e'], group: 'Article' },
  { id: 'article.trash', label: 'Move to Trash or put back', keys: ['Delete', '#'], group: 'Article' },
  { id: 'article.original', label: 'Show original', keys: ['o'], group: 'Article' },
  { id: 'article.originalPage', label: 'Show the page as it was', keys: ['w'], group: 'Article' },
  { id: 'article.openUrl', label: 'Open in browser', keys: ['v'], group: 'Article' },
  { id: 'article.copyLink', label: 'Copy link', keys: ['c'], group: 'Article' },
  { id: 'article.reread', label: 'Read the file again', keys: ['Shift+R'], group: 'Article' },
  { id: 'list.extendDown', label: 'Extend selection down', keys: ['Shift+J', 'Shift+ArrowDown'], group: 'List' },
  { id: 'list.extendUp', label: 'Extend selection up', keys: ['Shift+K', 'Shift+ArrowUp'], group: 'List' },
  { id: 'list.selectAll', label: 'Select all', keys: ['Mod+A'], group: 'List' },
  { id: 'list.first', label: 'First article', keys: ['Home'], group: 'List' },
  { id: 'list.last', label: 'Last loaded article', keys: ['End'], group: 'List' },
  { id: 'list.markAllRead', label: 'Mark all in this list read', keys: ['Shift+A'], group: 'List' },
  { id: 'list.showNew', label: 'Show new articles', keys: ['.'], group: 'List' },
  { id: 'list.cycleOrder', label: 'Change list order', keys: ['Shift+O'], group: 'List' },
  { id: 'library.import', label: 'Import files…', keys: ['i', 'Mod+O'], group: 'Library' },
  { id: 'library.importFolder', label: 'Import folder…', keys: ['Shift+I'], group: 'Library' },
  { id: 'library.look', label: 'Look before importing…', keys: ['l'], group: 'Library' },
  { id: 'library.lookFolder', label: 'Look at a folder first…', keys: ['Shift+L'], group: 'Library' },
  { id: 'library.paste', label: 'Add pasted text…', keys: ['p', 'Mod+Shift+V'], group: 'Library' },
  { id: 'library.savePage', label: 'Save a page…', keys: ['Shift+P'], group: 'Library' },
  { id: 'library.subscribe', label: 'Subscribe to a feed…', keys: ['f'], group: 'Library' },
  { id: 'library.fetch', label: 'Fetch feeds now', keys: ['r'], group: 'Library' },
  { id: 'undo', label: 'Undo', keys: ['z', 'Mod+Z'], group: 'Library' },
  { id: 'view.larger', label: 'Larger text', keys: ['+', '='], group: 'View' },
  { id: 'view.smaller', label: 'Smaller text', keys: ['-'], group: 'View' },
  { id: 'view.settings', label: 'Settings', keys: [',', 'Mod+,'], group: 'View' },
  { id: 'view.keys', label: 'Keyboard map', keys: ['?'], group: 'View' },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];
