import { createContext, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Client } from '../../contract/client.ts';
import type { AppEvent } from '../../contract/events.ts';
import type { Connection, ConnectionState } from './connection.ts';
import type { Typing } from './typing.ts';

interface Engine {
  readonly client: Client;
  readonly connection: Connection;
  readonly typing: Typing;
}

/** Gives components the engine they talk to. */
export const EngineContext = createContext<Engine | null>(null);

function useEngine(): Engine {
  const engine = useContext(EngineContext);
  if (!engine) throw new Error('No engine was provided');
  return engine;
}

/** The typed client of the engine. */
export const useClient = (): Client => useEngine().client;

/** Whether somebody types a search just now. */
export const useTyping = (): Typing => useEngine().typing;

/** Whether the engine answers. */
export function useConnectionState(): ConnectionState {
  const { connection } = useEngine();
  return useSyncExternalStore(connection.subscribe, connection.state);
}

/** Calls `handle`, always its newest version, for every event of the engine. */
export function useEngineEvents(handle: (event: AppEvent) => void): void {
  const { client } = useEngine();
  const onEvent = useEffectEvent(handle);
  useEffect(() => client.subscribe((event) => onEvent(event)), [client]);
}
