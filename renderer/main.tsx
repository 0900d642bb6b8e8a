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
import { createQueryClient } from './api/query-client.ts';
import { chooseTransport } from './api/transport.ts';
import { App } from './app.tsx';

const connection = createConnection();
const engine = { client: createClient(chooseTransport(connection)), connection };
const root = document.getElementById('root');

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
