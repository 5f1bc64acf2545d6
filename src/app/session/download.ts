/** An address of our own is given back this long after its download has begun, ms. */
const KEPT = 60_000;

/**
 * Hands something to the user as a file.
 *
 * @param content text is written as UTF-8
 * @param type of what is not a Blob, which has its own
 */
export function download(name: string, content: string | Uint8Array | Blob, type = 'text/plain'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    content instanceof Blob ? content : new Blob([content as string | Uint8Array<ArrayBuffer>], { type }),
  );
  link.download = name || 'speech.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
