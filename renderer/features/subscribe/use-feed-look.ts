import { useRef, useState } from 'react';
import type { FeedLook, FeedPick, LookProblem } from '../../../contract/feed-look.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';

/** What is known of the address that somebody gave. */
export type LookState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'looking'; readonly address: string }
  | {
      readonly kind: 'problem';
      readonly address: string;
      readonly problem: LookProblem;
      readonly isPrivate: boolean;
    }
  /** Lists on a page that has no feed. */
  | {
      readonly kind: 'picking';
      readonly address: string;
      readonly pick: FeedPick;
      /** Which of the proposals is meant. */
      readonly chosen: number;
      readonly isPrivate: boolean;
    }
  | {
      readonly kind: 'found';
      readonly address: string;
      readonly look: FeedLook;
      /** Which of the candidates is meant. */
      readonly chosen: string;
      readonly isPrivate: boolean;
      /** Another candidate is being looked at. */
      readonly isLooking: boolean;
    };

/** Looks what is behind an address; nothing is asked of anybody before somebody says so. */
export function useFeedLook() {
  const client = useClient();
  const [state, setState] = useState<LookState>({ kind: 'asking' });
  const run = useRef(0);

  const failed = (address: string, error: unknown): LookState => ({
    kind: 'problem',
    address,
    isPrivate: false,
    problem: { code: 'unreachable', message: sentenceOf(error) },
  });

  /** Sets what comes of asking, unless something else was asked meanwhile. */
  const latest = async (address: string, ask: () => Promise<LookState>) => {
    const own = ++run.current;
    const next = await ask().catch((error: unknown) => failed(address, error));
    if (own === run.current) setState(next);
  };

  return {
    state,
    look(written: string, allowPrivate: boolean) {
      const address = written.trim();
      if (address === '') return;
      setState({ kind: 'looking', address });
      void latest(address, async () => {
        const look = await client.call('feeds.look', { address, allowPrivate });
        const [first] = look.candidates;
        if (look.problem || !first)
          return {
            kind: 'problem',
            address,
            isPrivate: allowPrivate,
            problem: look.problem ?? { code: 'no-feed', message: 'No feed was found at this address.' },
          };
        return { kind: 'found', address, look, chosen: first.url, isPrivate: allowPrivate, isLooking: false };
      });
    },
    /** Looks at another of the candidates. */
    choose(url: string) {
      if (state.kind !== 'found' || state.chosen === url) return;
      const { look } = state;
      // A yes to one place is none to another.
      const isPrivate = state.isPrivate && isOneOrigin(url, state.chosen);
      setState({ ...state, chosen: url, isPrivate, isLooking: true });
      void latest(state.address, async () => {
        const { preview, problem } = await client.call('feeds.preview', { url, allowPrivate: isPrivate });
        return { ...state, chosen: url, isPrivate, look: { ...look, preview, problem }, isLooking: false };
      });
    },
    /** Finds lists on a page that has no feed. */
    pick() {
      if (state.kind !== 'problem') return;
      const { address, isPrivate } = state;
      setState({ kind: 'looking', address });
      void latest(address, async () => {
        const pick = await client.call('feeds.pick', { url: address, allowPrivate: isPrivate });
        const none = {
          code: 'no-feed',
          message: 'There is no list on this page that could be read as a feed.',
        } as const;
        return pick.proposals.length === 0
          ? { kind: 'problem', address, isPrivate, problem: pick.problem ?? none }
          : { kind: 'picking', address, pick, chosen: 0, isPrivate };
      });
    },
    chooseList(chosen: number) {
      if (state.kind === 'picking') setState({ ...state, chosen });
    },
    /** Forgets what is being looked at, or was found: another address may be given. */
    cancel() {
      run.current++;
      setState({ kind: 'asking' });
    },
  };
}

const isOneOrigin = (one: string, other: string): boolean => {
  const origin = URL.parse(one)?.origin;
  return origin !== undefined && origin === URL.parse(other)?.origin;
};
