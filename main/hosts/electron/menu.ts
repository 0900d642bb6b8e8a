import type { MenuItemConstructorOptions } from 'electron';
import { type Command, type CommandId, commands } from '../../../contract/commands.ts';

const GROUPS = ['Library', 'Go', 'Article', 'List', 'View'] as const;

/**
 * The application's menus, made from the same table as the keys.
 * Only combinations with a modifier become accelerators: a bare letter is the page's, or it could not be typed in a text field.
 */
export function menuTemplate(run: (command: CommandId) => void, isMac: boolean): MenuItemConstructorOptions[] {
  const menu = (group: Command['group']): MenuItemConstructorOptions => ({
    label: group,
    submenu: [
      ...commands.filter((command) => command.group === group).map((command) => item(command, run)),
      ...extras(group, isMac),
    ],
  });
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    ...GROUPS.map(menu),
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
}

function item(command: Command, run: (command: CommandId) => void): MenuItemConstructorOptions {
  const accelerator = command.keys.find((key) => key.includes('Mod+'))?.replace('Mod', 'CmdOrCtrl');
  return {
    id: command.id,
    label: command.label,
    click: () => run(command.id as CommandId),
    // Shown, not taken: the page hears the key itself, and knows whether a text field has the focus.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  };
}

function extras(group: Command['group'], isMac: boolean): MenuItemConstructorOptions[] {
  if (group === 'Library' && !isMac) return [{ type: 'separator' }, { role: 'quit' }];
  if (group === 'View') return [{ type: 'separator' }, { role: 'togglefullscreen' }];
  return [];
}
