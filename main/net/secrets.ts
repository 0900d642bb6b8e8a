/** An address as it may be written down: without a name and password. */
export function withoutSecrets(url: URL): string {
  if (url.username === '' && url.password === '') return url.href;
  const bare = new URL(url.href);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

/** What is said to one origin only. */
export interface Credentials {
  readonly origin: string;
  /** For `Authorization`. */
  readonly header: string;
}

/** The name and password of the address that was asked for: they are for its origin, and no redirect brings others. */
export function credentialsOf(url: URL): Credentials | null {
  if (url.username === '' && url.password === '') return null;
  const text = `${decoded(url.username)}:${decoded(url.password)}`;
  return { origin: url.origin, header: `Basic ${Buffer.from(text).toString('base64')}` };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
