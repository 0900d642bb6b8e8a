import { type MailboxMessage, readMailbox } from '../../../ingest/mime/mailbox.ts';
import { bytesCandidate, type Candidate, refusedCandidate } from '../candidate.ts';
import { tooLarge, unreadable } from '../refusal.ts';
import type { OpenContainer } from './container.ts';
import { openAt, piecesAt } from './open-file.ts';

/** A mailbox: messages one after another in one file, named by their number. Holds one of them at a time. */
export const openMbox: OpenContainer = async ({ location, sizeBytes, candidate }, { spoolFolder, budget, signal }) => {
  const file = await openAt(location, signal);
  const { path, source } = candidate;
  let count = 0;

  const candidateOf = ({ bytes, sizeBytes }: MailboxMessage): Candidate => {
    const own = `${path}/${++count}.eml`;
    if (bytes) return bytesCandidate({ path: own, source, bytes, spoolFolder });
    return refusedCandidate(own, source, tooLarge(sizeBytes));
  };

  async function* messages(): AsyncGenerator<MailboxMessage> {
    const mailbox = readMailbox();
    for await (const piece of piecesAt(file, 0, sizeBytes)) yield* mailbox.take(piece);
    yield* mailbox.end();
  }

  return {
    async *entries() {
      try {
        for await (const message of messages()) {
          const refusal = budget.meet();
          if (refusal) return yield refusedCandidate(path, source, refusal);
          yield candidateOf(message);
        }
      } catch (error) {
        yield refusedCandidate(path, source, unreadable(error));
      }
    },
    close: () => file.close(),
  };
};
