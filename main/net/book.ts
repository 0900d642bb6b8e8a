import type { EndedRequest, NewRequest, RequestNoted, Store } from '../../db/store.ts';

export type Book = ReturnType<typeof createBook>;

/** Notes requests in the ledger; what comes while one transaction is written goes into the next. */
export function createBook(store: Pick<Store, 'noteRequests'>) {
  interface Entry<T, R> {
    readonly note: T;
    readonly resolve: (noted: R) => void;
    readonly reject: (error: unknown) => void;
  }
  let begun: Entry<NewRequest, RequestNoted>[] = [];
  let ended: Entry<EndedRequest, void>[] = [];
  let writing: Promise<void> | null = null;

  async function write(): Promise<void> {
    // What is asked for in one go is noted in one go.
    await Promise.resolve();
    while (begun.length > 0 || ended.length > 0) {
      const [starts, ends] = [begun, ended];
      [begun, ended] = [[], []];
      try {
        const noted = await store.noteRequests(
          starts.map(({ note }) => note),
          ends.map(({ note }) => note),
        );
        for (const { resolve } of ends) resolve();
        for (const [index, { resolve, reject }] of starts.entries()) {
          const answer = noted[index];
          if (answer) resolve(answer);
          else reject(new Error('The ledger gave no answer'));
        }
      } catch (error) {
        for (const { reject } of [...starts, ...ends]) reject(error);
      }
    }
    writing = null;
  }

  const start = () => {
    writing ??= write();
  };

  return {
    begin: (note: NewRequest) =>
      new Promise<RequestNoted>((resolve, reject) => {
        begun.push({ note, resolve, reject });
        start();
      }),
    end: (note: EndedRequest) =>
      new Promise<void>((resolve, reject) => {
        ended.push({ note, resolve, reject });
        start();
      }),
    /** Resolves when everything has been written. */
    settled: async () => {
      await writing;
    },
  };
}
