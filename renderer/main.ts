import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './ui/tokens.css';
import './ui/base.css';
import { createClient } from '../contract/client.ts';
import { answeredAhead } from './api/ahead.ts';
import { createConnection } from './api/connection.ts';
import { patientTransport } from './api/patient-transport.ts';
import { createQueryClient } from './api/query-client.ts';
import { chooseTransport } from './api/transport.ts';
import { watchTyping } from './api/typing.ts';
import { parseHash } from './state/location.ts';
import { askAhead } from './window/ask-ahead.ts';

// All that is drawn is a script of its own: while that comes and is read, the engine is asked for what will be drawn.
const page = import('./page.tsx');

/** The text's own letters and the first answers come from this computer and are there in a moment; drawing without them first would make the page jump. */
const PATIENCE_MS = 400;

async function start(root: Element): Promise<void> {
  const connection = createConnection();
  const typing = watchTyping(window);
  const transport = patientTransport(chooseTransport(connection), typing);
  const client = createClient(transport);
  const cache = createQueryClient();
  // What is told before anybody listens makes answers old that were asked for before it.
  let hasMissed = false;
  const stop = client.subscribe(() => {
    hasMissed = true;
  });
  const lettersOf = (style: string) => document.fonts.load(`${style} 19px "Source Serif 4 Variable"`);
  await Promise.race([
    Promise.allSettled([
      askAhead(createClient(answeredAhead(transport)), cache, parseHash(window.location.hash)),
      lettersOf('400'),
      lettersOf('italic 400'),
    ]),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
  const { drawPage } = await page;
  drawPage(root, { client, connection, typing }, cache);
  stop();
  if (hasMissed) void cache.invalidateQueries();
}

const root = document.getElementById('root');
if (root) await start(root);
