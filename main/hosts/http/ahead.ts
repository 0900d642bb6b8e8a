import { type AnsweredCall, firstCalls, settingsCall } from '../../../contract/first-calls.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { Engine } from '../../engine.ts';

/** Has a browser fetch the answers with the page, before it has read a script. */
export const AHEAD_LINK = '</ahead>; rel=preload; as=fetch; crossorigin';

/** Answers what a new window will ask, so that it need not. */
export interface Ahead {
  answers(): Promise<readonly AnsweredCall[]>;
  /** Whether something was told since the last window was answered: it does not know, for it did not listen yet. */
  hasMissed(): boolean;
  close(): void;
}

export function createAhead(engine: Engine): Ahead {
  let wasTold = false;
  let stop = () => {};
  // Loaded while the browser is on its way: the checks of calls, and the library's first pages.
  setImmediate(() => void answerAll(engine));
  return {
    answers() {
      stop();
      wasTold = false;
      stop = engine.subscribe(() => {
        wasTold = true;
        stop();
      });
      return answerAll(engine);
    },
    hasMissed() {
      stop();
      return wasTold;
    },
    close: () => stop(),
  };
}

async function answerAll({ dispatch }: Engine): Promise<readonly AnsweredCall[]> {
  const reply = await dispatch(settingsCall);
  if (!reply.ok) return [];
  const others = firstCalls(reply.result as Settings).map(async (request) => ({
    request,
    reply: await dispatch(request),
  }));
  return [{ request: settingsCall, reply }, ...(await Promise.all(others))];
}
