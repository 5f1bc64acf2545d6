import { LinkedFileError } from '../session/linked-file-error.ts';
import { FileLinks } from './file-links.ts';
import type { PermittedHandle } from './file-pickers.ts';

/** Only these can be written back: a Word file is more than its text. */
const WRITABLE = /\.(txt|md|markdown)$/i;

/**
 * Files of the user's that speeches came from or were saved to. A file is written only when the user says
 * so, and never over a state of it that we have not seen.
 */
export class LinkedFiles {
  private readonly links = new FileLinks();

  /** A speech was opened from this file. Nothing happens for files that cannot be written back. */
  async opened(name: string, handle: FileSystemFileHandle, file: File): Promise<void> {
    if (WRITABLE.test(handle.name)) await this.links.set(name, { handle, modified: file.lastModified });
  }

  /** Whether the speech has a file of the user's. */
  async has(name: string): Promise<boolean> {
    return (await this.links.get(name)) !== undefined;
  }

  /** @param to undefined: the speech was removed */
  async renamed(name: string, to: string | undefined): Promise<void> {
    await (to === undefined ? this.links.forget(name) : this.links.rename(name, to));
  }

  /** Writes a speech to a file the user has just chosen, whatever is in it, and keeps the file. @returns its name */
  async saveTo(name: string, handle: FileSystemFileHandle, bytes: Uint8Array): Promise<string> {
    await this.put(name, handle, bytes);
    return handle.name;
  }

  /**
   * Writes a speech to its file.
   *
   * @param over also when another program has changed the file: the user has said so
   * @returns name of the file; undefined when the speech has none
   * @throws LinkedFileError
   */
  async save(name: string, bytes: Uint8Array, over = false): Promise<string | undefined> {
    const link = await this.links.get(name);
    if (!link) return undefined;
    const { handle, modified } = link;
    await this.permit(handle);
    if (!over) {
      const there = await handle.getFile().catch((error: unknown) => {
        throw told(error, handle.name);
      });
      const seen = there.lastModified === modified || same(new Uint8Array(await there.arrayBuffer()), bytes);
      if (!seen) throw new LinkedFileError('changed', { name: handle.name });
    }
    await this.put(name, handle, bytes);
    return handle.name;
  }

  /** A file that was kept from an earlier visit asks again. */
  private async permit(handle: PermittedHandle): Promise<void> {
    const wish = { mode: 'readwrite' } as const;
    if ((await handle.queryPermission?.(wish)) !== 'prompt') return;
    const answer = await handle.requestPermission?.(wish).catch(() => 'denied' as const);
    if (answer !== 'granted') throw new LinkedFileError('refused', { name: handle.name });
  }

  private async put(name: string, handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
    try {
      // The browser writes to a file beside it, which takes its place when it is whole.
      const writing = await handle.createWritable();
      await writing.write(bytes as Uint8Array<ArrayBuffer>);
      await writing.close();
      const { lastModified } = await handle.getFile();
      await this.links.set(name, { handle, modified: lastModified });
    } catch (error) {
      throw told(error, handle.name);
    }
  }
}

function told(error: unknown, name: string): LinkedFileError {
  const reason = error instanceof Error ? error.name : String(error);
  if (reason === 'NotFoundError') return new LinkedFileError('gone', { name });
  if (reason === 'NotAllowedError' || reason === 'NoModificationAllowedError')
    return new LinkedFileError('refused', { name });
  return new LinkedFileError('failed', { name, reason });
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
