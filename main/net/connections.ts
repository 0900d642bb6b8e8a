import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import type { Socket } from 'node:net';
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { privateAddress } from './address-rules.ts';
import { isPublicAddress } from './addresses.ts';
import { hasProxy } from './proxy.ts';
import { Refusal } from './refusal.ts';

/** Asks for all addresses of a name. */
export type Resolve = (
  name: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

export interface ConnectionLimits {
  /** From the name to the end of the TLS handshake. */
  readonly connectMs: number;
  readonly firstByteMs: number;
  readonly silenceMs: number;
  readonly maxHeaderBytes: number;
}

/** Longer, and a server may shut a connection in the moment it is used again. */
const HOST_IS_ASKED_AGAIN_MS = 1_000;

export type Connections = ReturnType<typeof createConnections>;

/** Connections: one set for the internet, one for addresses the user allowed on their own network. What is left open of one serves the other in nothing. */
export function createConnections(limits: ConnectionLimits, resolve: Resolve = resolveBySystem) {
  let sets = new Map<boolean, Dispatcher>();
  const sockets = new Set<Socket>();
  const open = (mayBePrivate: boolean): Dispatcher => {
    const options: Agent.Options & EnvHttpProxyAgent.Options = {
      connect: connector({ mayBePrivate, limits, resolve, sockets }),
      connectTimeout: limits.connectMs,
      connections: 1,
      pipelining: 1,
      allowH2: false,
      headersTimeout: limits.firstByteMs,
      bodyTimeout: limits.silenceMs,
      keepAliveTimeout: HOST_IS_ASKED_AGAIN_MS,
      keepAliveMaxTimeout: HOST_IS_ASKED_AGAIN_MS,
      maxHeaderSize: limits.maxHeaderBytes,
    };
    if (!hasProxy()) return new Agent(options);
    try {
      return new EnvHttpProxyAgent(options);
    } catch (error) {
      throw new Refusal('connection', 'The proxy that HTTP_PROXY or HTTPS_PROXY names has no proper address.', {
        cause: error,
      });
    }
  };
  return {
    /** @throws Refusal `connection` when the environment names a proxy by no address */
    to(mayBePrivate: boolean): Dispatcher {
      const known = sets.get(mayBePrivate) ?? open(mayBePrivate);
      sets.set(mayBePrivate, known);
      return known;
    },
    /** Ends every connection, used or not. */
    async end(): Promise<void> {
      const ended = [...sets.values()];
      sets = new Map();
      // Those still being opened too: a set waits for them before it lets them go.
      for (const socket of sockets) socket.destroy();
      await Promise.all(ended.map((set) => set.destroy()));
    },
  };
}

interface ConnectorParts {
  readonly mayBePrivate: boolean;
  readonly limits: ConnectionLimits;
  readonly resolve: Resolve;
  /** Holds every socket from when it is made until it is closed. */
  readonly sockets: Set<Socket>;
}

/**
 * Connects to what a name stands for at that moment, and looks at it before anything is sent: a name that stands for something else a moment later
 * gains nothing, and of several addresses those that are not on the internet are not tried.
 */
function connector({ mayBePrivate, limits, resolve, sockets }: ConnectorParts): buildConnector.connector {
  const lookup = (name: string, options: LookupOptions, done: (...answer: never[]) => void): void => {
    const answer = done as unknown as (error: Error | null, address?: unknown, family?: number) => void;
    resolve(name, (error, all) => {
      if (error) return answer(error);
      const wanted = mayBePrivate ? all : all.filter(({ address }) => isPublicAddress(address));
      const [first] = wanted;
      if (!first) return answer(privateAddress(name));
      if (options.all) answer(null, wanted);
      else answer(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ lookup, allowH2: false, timeout: limits.connectMs } as buildConnector.BuildOptions);
  return (options, done) => {
    // It answers with the socket it is opening, though its type does not say so.
    const opening = connect(options, (...[error, socket]) => {
      if (error) return done(error, null);
      if (mayBePrivate || isPublicAddress(socket.remoteAddress ?? '')) return done(null, socket);
      socket.destroy();
      done(privateAddress(options.hostname), null);
    }) as unknown as Socket;
    sockets.add(opening);
    opening.once('close', () => sockets.delete(opening));
  };
}

const resolveBySystem: Resolve = (name, done) =>
  systemLookup(name, { all: true }, (error, all) => done(error, all ?? []));
