import { useState } from 'react';
import { sentenceOf } from '../../api/errors.ts';
import { useNotices } from '../../state/notices.ts';
import { chooseFiles } from '../../ui/choose-files.ts';

export interface Copies {
  /** Writes a backup where the person chooses; null in a browser, which downloads it by its address. */
  readonly backUp: (() => void) | null;
  /** Has the person choose a backup and puts it in the place of the library. */
  readonly restore: () => void;
  /** Whether one is being checked and put back. */
  readonly isRestoring: boolean;
}

/** Whole copies of the library: making one, and going back to one. */
export function useCopies(): Copies {
  const [isRestoring, setRestoring] = useState(false);
  const { show } = useNotices();
  const { host } = window;
  const refused = (text: string) => show({ text, tone: 'error', action: null });

  const restoreIn = async (put: () => Promise<string | null>) => {
    setRestoring(true);
    try {
      const refusal = await put();
      if (refusal !== null) return refused(`Nothing was changed: ${refusal}`);
      // Everything that is shown is of the library that was.
      location.replace('/');
    } catch (error) {
      refused(sentenceOf(error));
    } finally {
      setRestoring(false);
    }
  };

  const restoreUpload = async () => {
    const file = (await chooseFiles({ what: 'file', accept: '.sqlite' }))[0];
    if (!file) return;
    await restoreIn(async () => {
      const response = await fetch('/restore', { method: 'POST', body: file });
      if (!response.ok) throw new Error(`Answered ${response.status}`);
      return response.status === 204 ? null : response.text();
    });
  };

  return {
    isRestoring,
    backUp: host
      ? () =>
          void host
            .chooseToBackUp()
            .then(({ state, words }) => {
              if (state === 'done') show({ text: words, tone: 'done', action: null });
              if (state === 'refused') refused(words);
            })
            .catch((error: unknown) => refused(sentenceOf(error)))
      : null,
    restore: () => {
      if (!host) return void restoreUpload();
      setRestoring(true);
      void host
        .chooseToRestore()
        .then(({ state, words }) => {
          if (state === 'refused') refused(`Nothing was changed: ${words}`);
          if (state === 'done') location.replace('/');
        })
        .catch((error: unknown) => refused(sentenceOf(error)))
        .finally(() => setRestoring(false));
    },
  };
}
