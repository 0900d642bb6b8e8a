import type { Transport } from '../../contract/wire.ts';
import type { Connection } from './connection.ts';
import { httpTransport } from './http-transport.ts';

/** The one place that chooses between the two hosts. */
export const chooseTransport = (connection: Connection): Transport => window.host ?? httpTransport(connection);
