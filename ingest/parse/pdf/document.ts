import { getDocument, PasswordException, type PDFDocumentProxy, VerbosityLevel } from 'unpdf/pdfjs';
import type { Refusal } from '../../types.ts';

/** Gives no file from outside: neither fonts nor tables nor programs. */
class NothingOutside {
  async fetch({ filename }: { readonly filename: string }): Promise<never> {
    throw new Error(`${filename} is not read`);
  }
}

/**
 * Opens a document behind closed doors: nothing is fetched, no font file is looked for, no script runs, no compiled code is loaded.
 * Whoever opens it closes it by `loadingTask.destroy()`.
 * @param bytes are taken away from whoever gives them
 */
export async function openDocument(bytes: Uint8Array): Promise<PDFDocumentProxy | Refusal> {
  const task = getDocument({
    data: bytes,
    BinaryDataFactory: NothingOutside,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof PasswordException)
    return { ok: false, code: 'encrypted', message: 'It is protected by a password' };
  const said = error instanceof Error ? error.message : String(error);
  return { ok: false, code: 'malformed', message: `The PDF is damaged: ${said.replace(/\.$/, '')}` };
}
