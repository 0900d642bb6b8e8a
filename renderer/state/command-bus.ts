import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import type { CommandId } from '../../contract/commands.ts';

/** Carries out a command; `false` says that it has nothing to do with it, and the next handler is asked. */
type Handler = () => unknown;

export interface CommandBus {
  /** Asks handlers in the order they came: React lets inner parts register before outer ones. @returns whether one took the command */
  run(id: CommandId): boolean;
  register(id: CommandId, handler: Handler): () => void;
}

/** Brings keys, buttons and native menus to whoever can carry a command out. */
export function createCommandBus(): CommandBus {
  const handlers = new Map<CommandId, Handler[]>();
  return {
    run: (id) => (handlers.get(id) ?? []).some((handler) => handler() !== false),
    register(id, handler) {
      const list = handlers.get(id) ?? [];
      handlers.set(id, [...list, handler]);
      return () =>
        handlers.set(
          id,
          (handlers.get(id) ?? []).filter((other) => other !== handler),
        );
    },
  };
}

export const CommandContext = createContext<CommandBus>(createCommandBus());

export const useCommandBus = (): CommandBus => useContext(CommandContext);

/** Takes a command while the component is there. The newest `handler` is called. */
export function useCommand(id: CommandId, handler: Handler): void {
  const bus = useCommandBus();
  const onCommand = useEffectEvent(handler);
  useEffect(() => bus.register(id, () => onCommand()), [bus, id]);
}
