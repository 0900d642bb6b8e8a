import { useState } from 'react';
import { CommandContext, createCommandBus } from './state/command-bus.ts';
import { NoticesContext } from './state/notices.ts';
import { useNoticesState } from './state/use-notices-state.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { MainWindow } from './window/main-window.tsx';

/** The whole page: what every part may reach, around the window. */
export function App() {
  const [bus] = useState(createCommandBus);
  const notices = useNoticesState();
  return (
    <CommandContext value={bus}>
      <NoticesContext value={notices}>
        <ErrorBoundary resetKey={null}>
          <MainWindow />
        </ErrorBoundary>
      </NoticesContext>
    </CommandContext>
  );
}
