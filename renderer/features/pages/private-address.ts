const PRIVATE_HOST =
  /^(?:localhost|.*\.(?:local|lan|home|internal|localhost)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[(?:::1|f[cd][0-9a-f:]*|fe80[0-9a-f:]*)\])$/i;

/** Whether an address looks like one on the own computer or network: only the engine knows. */
export function isLikelyPrivate(typed: string): boolean {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed.trim()) ? typed.trim() : `http://${typed.trim()}`);
  return url !== null && PRIVATE_HOST.test(url.hostname);
}
