import { useEffect } from 'react';
import { useEngineEvents } from '../api/client-context.ts';
import { isMac } from '../api/host.ts';
import { useCommandBus } from './command-bus.ts';
import { createKeyMatcher, type KeyContext } from './shortcuts.ts';

/** Turns keys and native menu items into commands. A dialog has the keys to itself. */
export function useShortcuts(): void {
  const bus = useCommandBus();

  useEffect(() => {
    const match = createKeyMatcher(isMac());
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isDialogOpen()) return;
      const command = match(event, contextOf(event.target), event.timeStamp);
      if (command !== null && bus.run(command)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [bus]);

  useEngineEvents((event) => {
    if (event.type === 'command' && !isDialogOpen()) bus.run(event.command);
  });
}

const isDialogOpen = () => document.querySelector('dialog[open]') !== null;

function contextOf(target: EventTarget | null): KeyContext {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable]')) return 'text';
  if (target.closest('button, a[href], summary')) return 'button';
  return target.closest('[data-reader]') ? 'article' : 'page';
}
