import { readFileSync, writeFileSync } from 'node:fs';
import { type BrowserWindow, type Rectangle, screen } from 'electron';

type WindowState = Partial<Rectangle> & {
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
};

const COMFORTABLE = { width: 1440, height: 900 };

/** As large as is comfortable, and no larger than the screen. */
function firstState(): WindowState {
  const { width, height } = screen.getPrimaryDisplay().workArea;
  return {
    width: Math.min(COMFORTABLE.width, width),
    height: Math.min(COMFORTABLE.height, height),
    isMaximized: false,
  };
}

/** The window's last place and size; the first ones when there are none, or when they are on no screen that is still there. */
export function lastState(file: string): WindowState {
  try {
    const { x, y, width, height, isMaximized } = JSON.parse(readFileSync(file, 'utf8'));
    if (![x, y, width, height].every(Number.isInteger)) return firstState();
    const { workArea } = screen.getDisplayMatching({ x, y, width, height });
    const isSeen =
      x < workArea.x + workArea.width &&
      x + width > workArea.x &&
      y < workArea.y + workArea.height &&
      y >= workArea.y - 20;
    return isSeen
      ? { x, y, width, height, isMaximized: isMaximized === true }
      : { ...firstState(), isMaximized: isMaximized === true };
  } catch {
    return firstState();
  }
}

/** Remembers the window's place and size when it closes. */
export function keepState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    try {
      writeFileSync(file, JSON.stringify({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }));
    } catch {
      // A window that opens in another place next time is no reason to keep it from closing.
    }
  });
}
