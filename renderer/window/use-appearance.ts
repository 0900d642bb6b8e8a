import { useEffect, useLayoutEffect } from 'react';
import type { Settings } from '../../contract/settings.ts';

const KEPT = 'tearsheet.appearance';

/** Applies theme and text size to the page, and keeps them for the next start's first paint, which comes before the engine answers. */
export function useAppearance({ theme, textSizePx }: Settings, isKnown: boolean): void {
  useLayoutEffect(() => {
    const kept = isKnown ? { theme, textSizePx } : readKept();
    if (!kept) return;
    document.documentElement.dataset['theme'] = kept.theme;
    document.documentElement.style.setProperty('--reading-size', `${kept.textSizePx}px`);
  }, [theme, textSizePx, isKnown]);

  useEffect(() => {
    if (isKnown) localStorage.setItem(KEPT, JSON.stringify({ theme, textSizePx }));
  }, [theme, textSizePx, isKnown]);
}

function readKept(): { readonly theme: string; readonly textSizePx: number } | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('theme' in kept) || !('textSizePx' in kept)) return null;
    return typeof kept.theme === 'string' && typeof kept.textSizePx === 'number'
      ? { theme: kept.theme, textSizePx: kept.textSizePx }
      : null;
  } catch {
    return null;
  }
}
