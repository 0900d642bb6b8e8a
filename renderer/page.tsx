import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ContextType, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { EngineContext } from './api/client-context.ts';
import { App } from './app.tsx';

/** Draws the page, at once and whole: nobody can use half of it. */
export function drawPage(root: Element, engine: ContextType<typeof EngineContext>, cache: QueryClient): void {
  flushSync(() =>
    createRoot(root).render(
      <StrictMode>
        <EngineContext value={engine}>
          <QueryClientProvider client={cache}>
            <App />
          </QueryClientProvider>
        </EngineContext>
      </StrictMode>,
    ),
  );
}
