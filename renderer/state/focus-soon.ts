const PATIENCE_FRAMES = 30;

/** Gives an element the focus as soon as it is there and can have it. @returns gives up waiting */
export function focusSoon(find: () => HTMLElement | null): () => void {
  let frame = 0;
  const attempt = (left: number) => {
    const element = find();
    element?.focus({ preventScroll: true });
    // What is only just coming into view takes no focus yet.
    if (element === null || document.activeElement !== element) {
      if (left > 0) frame = requestAnimationFrame(() => attempt(left - 1));
    }
  };
  frame = requestAnimationFrame(() => attempt(PATIENCE_FRAMES));
  return () => cancelAnimationFrame(frame);
}
