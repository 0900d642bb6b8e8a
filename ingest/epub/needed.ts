export const CONTAINER = 'META-INF/container.xml';
export const ENCRYPTION = 'META-INF/encryption.xml';

/** What every reading of a book begins with. The second is there in few. */
export const FIRST_NEEDED: readonly string[] = [CONTAINER, ENCRYPTION];
