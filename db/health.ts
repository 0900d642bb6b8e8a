import type { LibraryInfo } from '../contract/model.ts';
import type { CheckReport } from './check.ts';
import type { Session } from './sessions.ts';

type Health = LibraryInfo['health'];

/** After an unclean end, has the file checked in the background. Until it is found whole, every next start checks again. */
export function createHealth(
  session: Session,
  quickCheck: () => Promise<CheckReport>,
  advice: () => string,
): () => Health {
  let health: Health = { state: session.unclean.length > 0 ? 'checking' : 'ok' };

  const check = async () => {
    const { ok, problems } = await quickCheck();
    if (ok) session.forgive();
    health = ok
      ? { state: 'ok' }
      : { state: 'damaged', problem: `${problems[0] ?? 'The library’s file is damaged'}. ${advice()}` };
  };

  if (health.state === 'checking') {
    check().catch((error: unknown) => {
      health = { state: 'damaged', problem: error instanceof Error ? error.message : String(error) };
    });
  }
  return () => health;
}
