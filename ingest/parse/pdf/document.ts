import { getDocument, PasswordException, type PDFDocumentProxy, VerbosityLevel } from 'unpdf/pdfjs';
import { LOCKED } from '../../limits.ts';
import { refused } from '../../refused.ts';
import type { Refusal } from '../../types.ts';
import { CharacterMaps } from './character-maps.ts';

/** What the library asks for from outside: no font and no program is given, and the tables of characters are our own. */
class NothingOutside {
  readonly #maps = new CharacterMaps();

  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`${filename} is not read`);
    return this.#maps.write(filename);
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
    cMapPacked: false,
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
  if (error instanceof PasswordException) return refused('encrypted', LOCKED);
  const said = error instanceof Error ? error.message : String(error);
  return refused('malformed', `The PDF is damaged: ${said.replace(/\.$/, '')}`);
}
