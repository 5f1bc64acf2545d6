/** Pictures that a speech may show; nothing else of a speech's folder is ever served. By extension, lower case. */
export const PICTURE_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/**
 * @param name a file name
 * @returns media type by its extension; undefined for what is not a picture
 */
export function pictureType(name: string): string | undefined {
  return PICTURE_TYPES[name.slice(name.lastIndexOf('.')).toLowerCase()];
}
