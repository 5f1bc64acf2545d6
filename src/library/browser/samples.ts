import { LibraryError } from '../library-error.ts';
import { SAMPLES_PATH } from '../protocol.ts';

/** The sample speeches and their pictures, which stand beside the app as files. */
export class Samples {
  /** @param base address of the app */
  constructor(private readonly base: string = document.baseURI) {}

  /** Names of all files. @throws LibraryError `no-server` */
  async names(): Promise<readonly string[]> {
    return JSON.parse(new TextDecoder().decode(await this.bytes('index.json'))) as string[];
  }

  /** One file as it is. @throws LibraryError `no-server` */
  async bytes(name: string): Promise<Uint8Array> {
    const response = await fetch(new URL(SAMPLES_PATH + encodeURIComponent(name), this.base)).catch(
      () => undefined,
    );
    if (!response?.ok) throw new LibraryError('no-server');
    return new Uint8Array(await response.arrayBuffer());
  }

  /** All of them. @throws LibraryError `no-server` */
  async all(): Promise<{ name: string; bytes: Uint8Array }[]> {
    const names = await this.names();
    return Promise.all(names.map(async (name) => ({ name, bytes: await this.bytes(name) })));
  }
}
