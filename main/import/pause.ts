/** A gate that may be shut for a while. */
export interface Pause {
  readonly isOn: boolean;
  set(isOn: boolean): void;
  /** Opens it for good. */
  end(): void;
  /** Resolves when the gate is open. */
  over(): Promise<void>;
}

export function createPause(): Pause {
  let open: (() => void) | null = null;
  let opened: Promise<void> = Promise.resolve();
  let isEnded = false;

  const set = (isOn: boolean) => {
    if (isOn === (open !== null) || (isOn && isEnded)) return;
    if (isOn)
      opened = new Promise((resolve) => {
        open = resolve;
      });
    else {
      open?.();
      open = null;
    }
  };

  return {
    get isOn() {
      return open !== null;
    },
    set,
    end() {
      isEnded = true;
      set(false);
    },
    over: () => opened,
  };
}
