/** Version of the application; a test keeps it equal to `package.json`. */
export const version = '0.1.0';

/** Where the project is found, from `package.json` too; null while it says nothing. */
export const homepage: string | null = null;
