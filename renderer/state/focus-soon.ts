const PATIENCE_FRAMES = 30;

/** Gives an element the focus as soon as it is there. @returns gives up waiting */
export function focusSoon(find: () => HTMLElement | null): () => void {
  let frame = 0;
  const attempt = (left: number) => {
    const element = find();
    if (element) element.focus({ preventScroll: true });
    else if (left > 0) frame = requestAnimationFrame(() => attempt(left - 1));
  };
  frame = requestAnimationFrame(() => attempt(PATIENCE_FRAMES));
  return () => cancelAnimationFrame(frame);
}
