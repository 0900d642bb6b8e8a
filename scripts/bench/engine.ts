import { noLog } from '../../base/log.ts';
import { type Client, createClient } from '../../contract/client.ts';
import { createEngine } from '../../main/engine.ts';
import { layout } from '../../main/hosts/layout.ts';

/** Opens the engine on a library in this process, as every host does, for as long as `use` takes. */
export async function withEngine<T>(folder: string, use: (client: Client) => Promise<T>): Promise<T> {
  const engine = await createEngine({ ...layout, folder, log: noLog, now: Date.now, hasWindow: true });
  try {
    return await use(createClient({ send: engine.dispatch, subscribe: engine.subscribe }));
  } finally {
    await engine.close();
  }
}
