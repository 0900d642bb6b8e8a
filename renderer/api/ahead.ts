import type { AnsweredCall } from '../../contract/first-calls.ts';
import type { Transport, WireReply, WireRequest } from '../../contract/wire.ts';

/** Answers a browser's first calls from what came with the page, each once; everything else goes on to the engine. */
export function answeredAhead(transport: Transport): Transport {
  if (window.host) return transport;
  const answers = fetchAnswers();
  return {
    subscribe: transport.subscribe,
    async send(request) {
      const known = await answers;
      const reply = known.get(keyOf(request));
      known.delete(keyOf(request));
      return reply ?? transport.send(request);
    },
  };
}

const keyOf = (request: WireRequest): string => JSON.stringify(request);

async function fetchAnswers(): Promise<Map<string, WireReply>> {
  try {
    const answered: readonly AnsweredCall[] = await (await fetch('/ahead')).json();
    return new Map(answered.map(({ request, reply }) => [keyOf(request), reply]));
  } catch {
    // Then everything is asked for as it is needed.
    return new Map();
  }
}
