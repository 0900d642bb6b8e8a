import { networkInterfaces } from 'node:os';
import type { NetFailure } from '../../contract/ledger.ts';
import { hasProxy } from './proxy.ts';
import { Refusal } from './refusal.ts';

export const NO_NETWORK = 'There is no network.';
const AWAY = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'ENETRESET', 'ENONET']);
const TLS: readonly (readonly [RegExp, string])[] = [
  [/CERT_HAS_EXPIRED/, 'Its certificate has expired'],
  [/CERT_NOT_YET_VALID/, 'Its certificate is not valid yet'],
  [
    /SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE/,
    'Its certificate is vouched for by nobody this computer knows',
  ],
  [/ALTNAME|HOSTNAME_MISMATCH/, 'Its certificate is for another host'],
  [/CERT_REVOKED/, 'Its certificate was revoked'],
  [/^(?:ERR_SSL|ERR_TLS|EPROTO|CERT_|CRL_)/, 'No secure connection could be agreed on'],
];

/** What became of a request, in words for a person. */
export function failureOf(error: unknown, host: string): Refusal {
  const refusal = found(error, (each) => each instanceof Refusal);
  if (refusal instanceof Refusal) return refusal;
  const codes = codesOf(error);
  const has = (...wanted: readonly string[]) => codes.some((code) => wanted.includes(code));
  const because = (code: NetFailure, message: string) => new Refusal(code, message, { cause: error });

  const tls = TLS.find(([pattern]) => codes.some((code) => pattern.test(code)));
  if (tls) return because('tls', `${tls[1]} (${host}), so nothing was sent to it.`);
  if (has('UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'))
    return because('too-slow', `${host} cannot be reached: it does not answer.`);
  if (has('UND_ERR_HEADERS_TIMEOUT')) return because('too-slow', `${host} was reached, and does not answer.`);
  if (has('UND_ERR_BODY_TIMEOUT')) return because('too-slow', `${host} stopped in the middle of its answer.`);
  if (has('UND_ERR_HEADERS_OVERFLOW')) return because('too-large', `The head of the answer of ${host} does not end.`);
  if (codes.length > 0 && codes.every((code) => AWAY.has(code))) return because('offline', NO_NETWORK);
  if (codes.some((code) => code.startsWith('UND_ERR_PRX')) || /proxy/i.test(messageOf(error)))
    return because('connection', `The proxy that this computer’s environment names did not let ${host} be asked.`);
  if (has('ENOTFOUND', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL')) {
    if (!hasNetwork()) return because('offline', NO_NETWORK);
    const name = nameOf(error) ?? host;
    if (name !== host)
      return because('connection', `The proxy ${name}, which this computer’s environment names, is not there.`);
    return because('dns', `There is no host by the name of ${host}.`);
  }
  if (has('ECONNREFUSED'))
    return because('connection', `${host}${hasProxy() ? ', or the proxy to it,' : ''} takes no connections there.`);
  if (has('EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL')) return because('connection', `${host} cannot be reached.`);
  if (has('UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'))
    return because('connection', `${host} ended the connection before its answer was whole.`);
  if (found(error, ({ name }) => name === 'HTTPParserError'))
    return because('connection', `${host} does not answer as a web server does.`);
  return because('connection', `The connection to ${host} failed.`);
}

/** Which name was not found. */
function nameOf(error: unknown): string | null {
  const named = found(error, (each) => 'hostname' in each);
  return named && 'hostname' in named ? String(named.hostname) : null;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** The first of an error, its causes and parts that is wanted. */
function found(error: unknown, isWanted: (error: Error) => boolean, depth = 0): Error | null {
  if (!(error instanceof Error) || depth > 4) return null;
  if (isWanted(error)) return error;
  const within = [error.cause, ...(error instanceof AggregateError ? error.errors : [])];
  for (const each of within) {
    const one = found(each, isWanted, depth + 1);
    if (one) return one;
  }
  return null;
}

/** The codes of an error: of its parts where it has some, as when several addresses of a name were tried. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const parts = error instanceof AggregateError ? error.errors.flatMap((each) => codesOf(each, depth + 1)) : [];
  if (parts.length > 0) return parts;
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause, depth + 1)];
}

/** Whether this computer has any connection but to itself. */
const hasNetwork = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal) ?? false);
