import { parentPort, workerData } from 'node:worker_threads';
import { serve } from '../base/port-rpc.ts';
import { workInBackground } from '../base/priority.ts';
import { asRefusal, withCopy } from './errors.ts';
import { libraryFiles } from './library-files.ts';
import { openRole, type RoleData } from './roles.ts';

/** What the thread was started with; `client.ts` is the only one who starts it. */
const data: RoleData = workerData;
const port = parentPort;
if (!port) throw new Error('db/worker.ts runs as a worker thread');

if (data.isInBackground) workInBackground();

let opening: ReturnType<typeof openRole> | null = null;

serve(port, async (method, params) => {
  try {
    // Opened by the first call, so that a refusal reaches whoever called; the next call tries again.
    opening ??= openRole(data);
    const role = await opening.catch((error: unknown) => {
      opening = null;
      throw error;
    });
    const answer = await role.find(method);
    const startedAt = performance.now();
    const value = await answer(...(Array.isArray(params) ? params : []));
    // With nothing more to hear the thread ends by itself, once it has answered: ended from outside, it might be in the middle of native code.
    if (method === 'close') setImmediate(() => port.close());
    return { result: { value, elapsedMs: performance.now() - startedAt }, transfer: [] };
  } catch (error) {
    throw withCopy(asRefusal(error), libraryFiles(data.folder));
  }
});
