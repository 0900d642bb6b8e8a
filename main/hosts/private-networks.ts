/** Whether the environment allows addresses of this computer and its network to be fetched from, whatever names them: tests with servers of their own do. */
export const allowsPrivateNetworks = (env: Readonly<Record<string, string | undefined>>): boolean =>
  env['TEARSHEET_ALLOW_PRIVATE_NETWORKS'] === '1';
