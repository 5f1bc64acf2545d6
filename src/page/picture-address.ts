/**
 * Address of a picture of a speech: beside the speech, or inside its text as `data:`. A speech may name any address;
 * only those below `baseUrl` are asked, so that no other host learns that it was opened, and nothing else of the
 * server is reached.
 *
 * @param baseUrl folder of the speech's pictures, relative to the page, with a slash at its end
 * @returns undefined: it may not be asked
 */
export function pictureAddress(src: string, baseUrl: string): string | undefined {
  if (/^data:image\/[\w.+-]+[;,]/i.test(src)) return src;
  try {
    const base = new URL(baseUrl, document.baseURI);
    const address = new URL(src, base);
    return address.href.startsWith(base.href) ? address.href : undefined;
  } catch {
    return undefined;
  }
}
