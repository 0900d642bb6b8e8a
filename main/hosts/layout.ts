import { fileURLToPath } from 'node:url';

/** Where the parts of Tearsheet lie that are not imported but started or served. */
export interface Layout {
  readonly workers: { readonly db: URL; readonly ingest: URL };
  readonly rendererFolder: string;
  readonly samplesFolder: string;
  /** The preload script; exists only in a built application. */
  readonly preloadFile: string;
}

const at = (path: string) => new URL(path, import.meta.url);
/** In a package, what is not read by Electron itself lies beside the archive as real files: threads, and folders that are walked. */
const unpacked = (path: string) => new URL(at(path).href.replace('/app.asar/', '/app.asar.unpacked/'));
const isSource = import.meta.url.endsWith('.ts');

/** In a checkout the workers are sources; in the built application (`dist/app/`) everything lies beside the program. */
export const layout: Layout = isSource
  ? {
      workers: { db: at('../../db/worker.ts'), ingest: at('../../ingest/worker.ts') },
      rendererFolder: fileURLToPath(at('../../dist/renderer')),
      samplesFolder: fileURLToPath(at('../samples')),
      preloadFile: fileURLToPath(at('../../dist/app/preload.cjs')),
    }
  : {
      workers: { db: unpacked('./db-worker.js'), ingest: unpacked('./ingest-worker.js') },
      rendererFolder: fileURLToPath(at('../renderer')),
      samplesFolder: fileURLToPath(unpacked('./samples')),
      preloadFile: fileURLToPath(at('./preload.cjs')),
    };
