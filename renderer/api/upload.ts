import type { Client } from '../../contract/client.ts';
import { AppError } from '../../contract/errors.ts';
import type { ImportId, LookId } from '../../contract/model.ts';
import { frameFiles, groupUploads, type NamedFile, type Upload } from './frames.ts';
import { nameOfBatch } from './gather-files.ts';
import { splitDrop } from './split-drop.ts';
import type { Typing } from './typing.ts';

const IN_FLIGHT = 2;

/**
 * Sends files to the engine as one import, in order, at most two requests at a time; pictures before the pages that may show them. Gives way to somebody who types a search.
 * Stops quietly when the import was cancelled.
 * @throws AppError or TypeError when the engine refused or is gone; what was sent until then stays imported
 */
export async function uploadFiles(
  client: Client,
  typing: Typing,
  dropped: readonly NamedFile[],
  purpose: Purpose = 'import',
): Promise<void> {
  const { pictures, files } = splitDrop(dropped);
  const { begin, finish } = ENDS[purpose];
  const name = nameOfBatch(files.length > 0 ? files : dropped);
  const { id } = await client.call(begin, { name });
  const address = `/${purpose}/${id}`;
  let isCancelled = false;

  const sendAll = async (named: readonly NamedFile[], role: Role): Promise<void> => {
    const uploads = groupUploads(named);
    const sendNext = async (): Promise<void> => {
      for await (const upload of uploads) {
        await typing.pause();
        if (isCancelled || (await send(address, upload, role)) === 'cancelled') {
          isCancelled = true;
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, sendNext));
  };

  try {
    await sendAll(pictures, 'pictures');
    await sendAll(files, 'files');
  } finally {
    // Also after a failure: an import that is never finished would run for ever.
    if (!isCancelled) await finish(client, id);
  }
}

/** Whether what is sent is imported, or only looked at for now. */
export type Purpose = 'import' | 'look';

const ENDS = {
  import: {
    begin: 'imports.begin',
    finish: (client: Client, id: number) => client.call('imports.finish', { id: id as ImportId }),
  },
  look: {
    begin: 'looks.begin',
    finish: (client: Client, id: number) => client.call('looks.finish', { id: id as LookId }),
  },
} as const;

/** Whether an upload is to be imported, or kept for the pages that follow it. */
type Role = 'files' | 'pictures';

async function send(address: string, upload: Upload, role: Role): Promise<'sent' | 'cancelled'> {
  const [body, headers] =
    upload.kind === 'frames'
      ? [frameFiles(upload.files), { 'content-type': 'application/x-tearsheet-files' }]
      : [
          upload.file.file,
          { 'content-type': 'application/octet-stream', 'x-tearsheet-path': encodeURIComponent(upload.file.path) },
        ];
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...headers, 'x-tearsheet-role': role },
    body,
  });
  if (response.status === 409) return 'cancelled';
  if (!response.ok)
    throw new AppError(response.status === 413 ? 'too-large' : 'internal', `Upload refused: ${response.status}`);
  return 'sent';
}
