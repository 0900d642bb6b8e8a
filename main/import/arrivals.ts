import { mayShowPictures } from '../../contract/saved-page.ts';
import { bytesCandidate, type Candidate, type FileOnDisk, refusedCandidate, spooledCandidate } from './candidate.ts';
import { sourceOfUpload } from './names.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { spooled } from './spool.ts';
import { receiveUpload } from './upload.ts';
import { createUploadPictures } from './upload-pictures.ts';

/** A file that has come, ready to be read. */
export interface ArrivedFile {
  readonly candidate: Candidate;
  /** What it holds in memory until it is read. */
  readonly heldBytes: number;
}

/** What a page sends for one import, or one look: files, and the pictures that lie beside them. */
export interface Arrivals {
  /**
   * Takes one request. @returns its files; null when they are not wanted any more, and are gone
   * @throws AppError `invalid-params` or `too-large`
   */
  receive(request: Request, options: ReceiveOptions): Promise<readonly ArrivedFile[] | null>;
  /** Deletes what is on disk. */
  close(): Promise<void>;
}

interface ReceiveOptions {
  readonly isWanted: () => boolean;
  /** Called for each piece of a file that goes to disk as it comes. */
  readonly onPiece: (bytes: number) => void;
}

interface ArrivalsOptions {
  readonly spoolFolder: string;
  /** Whether files are to be read more than once: all of them are then on disk, until the end. */
  readonly isKept: boolean;
}

export function createArrivals({ spoolFolder, isKept }: ArrivalsOptions): Arrivals {
  const pictures = createUploadPictures(spoolFolder);
  const onDisk: FileOnDisk[] = [];

  const fromDisk = (path: string, file: FileOnDisk | Refusal): Candidate => {
    const source = sourceOfUpload(path);
    if (isRefusal(file)) return refusedCandidate(path, source, file);
    onDisk.push(file);
    return spooledCandidate(path, source, isKept ? { ...file, release: async () => {} } : file);
  };

  const withBeside = (candidate: Candidate): Candidate =>
    mayShowPictures(candidate.path) ? { ...candidate, beside: pictures.beside(candidate.path) } : candidate;

  const inMemory = (path: string, bytes: Uint8Array): Candidate =>
    bytesCandidate({ path, source: sourceOfUpload(path), bytes, spoolFolder });

  return {
    async receive(request, { isWanted, onPiece }) {
      const stillWanted = (bytes: number) => {
        onPiece(bytes);
        return isWanted();
      };
      const { role, files } = await receiveUpload(request, { spoolFolder, onPiece: stillWanted });
      if (!isWanted()) {
        for (const file of files) if ('spooled' in file && !isRefusal(file.spooled)) await file.spooled.release();
        return null;
      }
      const arrived: ArrivedFile[] = [];
      for (const file of files) {
        const { path } = file;
        if ('spooled' in file) arrived.push({ candidate: fromDisk(path, file.spooled), heldBytes: 0 });
        else if (role === 'pictures') await pictures.put(path, file.bytes);
        else if (isKept)
          arrived.push({
            candidate: withBeside(fromDisk(path, await spooled(spoolFolder, file.bytes))),
            heldBytes: 0,
          });
        else arrived.push({ candidate: withBeside(inMemory(path, file.bytes)), heldBytes: file.bytes.byteLength });
      }
      return arrived;
    },
    async close() {
      await Promise.all([pictures.close(), ...onDisk.map((file) => file.release())]);
    },
  };
}
