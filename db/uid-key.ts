/** A uid as it is stored: 43 characters for 64. It stands in every row and again in an index. */
export const uidKey = (uid: string): string => Buffer.from(uid, 'hex').toString('base64url');

/** The uid of a key. */
export const uidOf = (key: string): string => Buffer.from(key, 'base64url').toString('hex');
