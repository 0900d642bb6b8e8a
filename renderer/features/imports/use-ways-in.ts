import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useClient, useTyping } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import type { NamedFile } from '../../api/frames.ts';
import { chosenFiles, gatherDropped, takeDropped } from '../../api/gather-files.ts';
import { type Purpose, uploadFiles } from '../../api/upload.ts';
import { isAddress } from '../../state/given-address.ts';
import { useNotices } from '../../state/notices.ts';
import { chooseFiles } from '../../ui/choose-files.ts';
import { type Pasted, pastedFrom } from './pasted-html.ts';

export interface WaysIn {
  /** Whether something is being dragged over the window. */
  readonly isDragging: boolean;
  readonly chooseFiles: () => void;
  readonly chooseFolder: () => void;
  /** The same, to be looked at before anything is taken. */
  readonly chooseToLook: (what: 'files' | 'folder') => void;
  /** @returns why it was not taken; null when it was */
  readonly addPasted: (pasted: Pasted) => Promise<string | null>;
  readonly trySamples: () => void;
}

/**
 * Every way files and texts come in by the window: a drop anywhere, a choice, a paste.
 * @param onAddress what was dropped or pasted is nothing but an address
 */
export function useWaysIn(onAddress: (address: string) => void): WaysIn {
  const client = useClient();
  const typing = useTyping();
  const { show } = useNotices();
  const fail = useCallback((error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null }), [show]);

  const importFiles = async (gather: () => Promise<readonly NamedFile[]>, purpose: Purpose = 'import') => {
    try {
      const files = await gather();
      if (files.length > 0) await uploadFiles(client, typing, files, purpose);
      else show({ text: 'There were no files in that', tone: 'done', action: null });
    } catch (error) {
      fail(error);
    }
  };

  const choose = async (what: 'files' | 'folder', purpose: Purpose = 'import') => {
    if (window.host) return window.host.chooseToImport(what, purpose).catch(fail);
    const files = await chooseFiles({ what });
    if (files.length > 0) await importFiles(async () => chosenFiles(files), purpose);
  };

  const addPasted = async ({ text, html }: Pasted): Promise<string | null> => {
    try {
      const { item } = await client.call('imports.paste', html === null ? { text } : { html });
      if (item.error === null || item.articleId !== null) return null;
      // What looked like an article and is none may still be one to be read as text.
      if (html !== null && text.trim() !== '') return addPasted({ text, html: null });
      return `Not taken: ${item.error.message}`;
    } catch (error) {
      return sentenceOf(error);
    }
  };

  const paste = async (pasted: Pasted) => {
    if (isAddress(pasted.text)) return onAddress(pasted.text.trim());
    const refusal = pasted.html === null && pasted.text.trim() === '' ? null : await addPasted(pasted);
    if (refusal !== null) show({ text: refusal, tone: 'error', action: null });
  };

  const drop = (transfer: DataTransfer) => {
    const dropped = takeDropped(transfer);
    if (dropped.entries.length + dropped.files.length === 0) void paste(pastedFrom(transfer));
    else if (window.host) window.host.importFiles([...transfer.files]).catch(fail);
    else void importFiles(() => gatherDropped(dropped));
  };

  return {
    isDragging: useDrop(drop, paste),
    chooseFiles: () => void choose('files'),
    chooseFolder: () => void choose('folder'),
    chooseToLook: (what) => void choose(what, 'look'),
    addPasted,
    trySamples: () => void client.call('imports.samples', null).catch(fail),
  };
}

/** Listens for drops and pastes on the whole window. @returns whether something is being dragged over it */
function useDrop(drop: (transfer: DataTransfer) => void, paste: (pasted: Pasted) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  const onDrop = useEffectEvent(drop);
  const onPaste = useEffectEvent(paste);

  useEffect(() => {
    // A word dragged about inside the window is not a gift.
    let isOwn = false;
    const begin = () => {
      isOwn = true;
    };
    const end = () => {
      isOwn = false;
    };
    const over = (event: DragEvent) => {
      if (isOwn || !isWelcome(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const dropped = (event: DragEvent) => {
      setDragging(false);
      if (isOwn || !isWelcome(event.dataTransfer) || !event.dataTransfer) return;
      event.preventDefault();
      onDrop(event.dataTransfer);
    };
    const pasted = (event: ClipboardEvent) => {
      // Not the event's target: that is where the caret last stood, be it in a field that was left.
      const isFieldFocused = isTextField(document.activeElement);
      if (!event.clipboardData || isFieldFocused || document.querySelector('dialog[open]')) return;
      const { files } = event.clipboardData;
      if (files.length > 0) onDrop(event.clipboardData);
      else onPaste(pastedFrom(event.clipboardData));
    };
    window.addEventListener('dragstart', begin);
    window.addEventListener('dragend', end);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', dropped);
    window.addEventListener('paste', pasted);
    return () => {
      window.removeEventListener('dragstart', begin);
      window.removeEventListener('dragend', end);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', dropped);
      window.removeEventListener('paste', pasted);
    };
  }, []);

  return isDragging;
}

const isWelcome = (transfer: DataTransfer | null) =>
  transfer?.types.some((type) => type === 'Files' || type === 'text/plain' || type === 'text/html') ?? false;
const isTextField = (element: Element | null) =>
  element?.matches('input, textarea, select, [contenteditable]') ?? false;
