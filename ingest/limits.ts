/** Far more than any article of text; a larger file is something else and is refused unread. */
export const LIMIT_BYTES = 64 * 1024 * 1024;

/** What a refusal for size says. */
export const tooLargeMessage = (sizeBytes: number): string =>
  `${Math.ceil(sizeBytes / 1024 / 1024)} MB is more than the ${LIMIT_BYTES / 1024 / 1024} MB a text file may have`;
