/** What the system's file chooser is to offer. */
interface Offer {
  readonly what: 'file' | 'files' | 'folder';
  /** Endings of the files that are meant, as `accept` of a field has them. */
  readonly accept?: string;
}

/** Opens the system's file chooser. @returns nothing when it was cancelled */
export function chooseFiles({ what, accept = '' }: Offer): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = what !== 'file';
  input.webkitdirectory = what === 'folder';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
