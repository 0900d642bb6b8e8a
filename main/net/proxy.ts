/** Whether the environment names a proxy. Hosts may be left out of it (`NO_PROXY`). */
export const hasProxy = (): boolean =>
  ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'].some((name) => (process.env[name] ?? '') !== '');
