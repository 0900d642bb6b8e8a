import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface Props {
  readonly children: ReactNode;
  /** A new value tries again: what failed for one article need not fail for the next. */
  readonly resetKey: unknown;
}

interface State {
  readonly error: unknown;
  readonly failedFor: unknown;
}

/** Keeps a fault in one part from taking the window with it. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failedFor: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    if (state.failedFor === resetKey) return null;
    return { error: null, failedFor: resetKey };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div role="alert">
        <EmptyState sentence="Something went wrong in this part of the window. The library is not affected.">
          <Button onClick={() => window.location.reload()}>Reload</Button>
        </EmptyState>
      </div>
    );
  }
}
