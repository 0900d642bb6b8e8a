import type { ElectronApplication, Page } from 'playwright/test';
import type { BuiltCopy } from '../built-copy.ts';

/** The inner size of a window, in CSS pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export interface StartOptions {
  readonly built: BuiltCopy;
  readonly library: string;
  /** Where a host keeps what belongs to the window and not to the library. */
  readonly profile: string;
  /** null leaves the window as the application opens it. */
  readonly size: WindowSize | null;
  readonly locale: string;
  /** More words for the desktop program's command line. */
  readonly argv: readonly string[];
}

/** A running application with one window. */
export interface RunningHost {
  readonly page: Page;
  /** Where all of the page's requests must go. */
  readonly origin: string;
  /** Absent in a browser. */
  readonly electron: ElectronApplication | null;
  /** Gives the window another inner size. */
  resize(size: WindowSize): Promise<void>;
  /** Ends the window and the program, as a person does. Rejects when it did not end cleanly. */
  stop(): Promise<void>;
}
