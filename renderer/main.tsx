import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../contract/client.ts';
import { EngineContext } from './api/client-context.ts';
import { createConnection } from './api/connection.ts';
import { patientTransport } from './api/patient-transport.ts';
import { createQueryClient } from './api/query-client.ts';
import { chooseTransport } from './api/transport.ts';
import { watchTyping } from './api/typing.ts';
import { App } from './app.tsx';

const connection = createConnection();
const typing = watchTyping(window);
const client = createClient(patientTransport(chooseTransport(connection), typing));
const engine = { client, connection, typing };
const root = document.getElementById('root');

/** The text's own letters come from this computer and are there in a moment; setting the page in others first would make it jump. */
const FONT_PATIENCE_MS = 400;
const lettersOf = (style: string) => document.fonts.load(`${style} 19px "Source Serif 4 Variable"`);
await Promise.race([
  Promise.all([lettersOf('400'), lettersOf('italic 400')]).catch(() => {}),
  new Promise((resolve) => setTimeout(resolve, FONT_PATIENCE_MS)),
]);

if (root) {
  createRoot(root).render(
    <StrictMode>
      <EngineContext value={engine}>
        <QueryClientProvider client={createQueryClient()}>
          <App />
        </QueryClientProvider>
      </EngineContext>
    </StrictMode>,
  );
}
