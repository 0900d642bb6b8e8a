import type { ServerResponse } from 'node:http';
import type { AppEvent } from '../../../contract/events.ts';
import type { Engine } from '../../engine.ts';

const HEARTBEAT_MS = 25_000;
/** A client this far behind does not read; dropping it makes it come back and fetch anew. */
const BACKLOG_LIMIT_BYTES = 1024 * 1024;

/**
 * Sends every event of the engine to one browser, for as long as it listens.
 * @param hasMissed whether something may have been told already that it should have heard
 */
export function openEventStream(engine: Engine, response: ServerResponse, hasMissed: boolean): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const send = (text: string) => {
    response.write(text);
    if (response.writableLength > BACKLOG_LIMIT_BYTES) response.destroy();
  };
  const tell = (event: AppEvent) => send(`data: ${JSON.stringify(event)}\n\n`);
  send(': here\n\n');
  if (hasMissed) tell({ type: 'reconnected' });
  const unsubscribe = engine.subscribe(tell);
  const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.once('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
