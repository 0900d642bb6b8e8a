/** Whether files of a media type are played here; anything else is saved as a file. */
export const isPlayed = (mediaType: string): boolean => /^(?:audio|video)\/[\w.+-]+$/.test(mediaType);
