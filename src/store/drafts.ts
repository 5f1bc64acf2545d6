/** Text that is not safely in its file yet. */
export interface Draft {
  readonly name: string;
  readonly text: string;
  /** Revision of the file the edits began from. */
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** The part of `Storage` that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'jiangtai.draft/';

/**
 * Drafts in the browser's storage, one for each speech and page: `jiangtai.draft/PAGE/NAME`.
 * The page's own id is part of the key so that two tabs on one speech cannot overwrite each other.
 * Storage may be missing, full or refused: `keep` says so and nothing else fails.
 */
export class Drafts {
  /**
   * @param page id of this page, without `/`
   * @param isAlive whether another page is still open: its drafts are its own business
   */
  constructor(
    private readonly storage: DraftStorage | undefined,
    private readonly page: string,
    private readonly isAlive: (page: string) => Promise<boolean> = async () => false,
  ) {}

  /** @returns false when the storage refused */
  keep(draft: Draft): boolean {
    try {
      if (!this.storage) return false;
      this.storage.setItem(this.keyOf(draft.name), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /** The text is safe in its file: this page's draft goes, and every leftover with the same text. */
  safe(name: string, text: string): void {
    for (const { key, draft, page } of this.all(name))
      if (page === this.page || draft.text === text) this.remove(key);
  }

  /** The newest draft of a speech left by a page that is gone (or by this one); undefined if none. */
  async leftover(name: string): Promise<(Draft & { readonly page: string }) | undefined> {
    let newest: (Draft & { readonly page: string }) | undefined;
    for (const { draft, page } of this.all(name)) {
      if (newest && newest.time >= draft.time) continue;
      if (page !== this.page && (await this.isAlive(page))) continue;
      newest = { ...draft, page };
    }
    return newest;
  }

  /** Puts a leftover away for good. */
  discard({ name, page, time }: Draft & { readonly page: string }): void {
    for (const found of this.all(name))
      if (found.page === page && found.draft.time <= time) this.remove(found.key);
  }

  /** A leftover was taken up by this page: it lives on under this page's key. */
  adopt(draft: Draft): void {
    if (!this.keep(draft)) return;
    for (const found of this.all(draft.name))
      if (found.page !== this.page && found.draft.time === draft.time) this.remove(found.key);
  }

  private all(name: string): { key: string; page: string; draft: Draft }[] {
    const found: { key: string; page: string; draft: Draft }[] = [];
    try {
      for (let i = 0; i < (this.storage?.length ?? 0); i++) {
        const key = this.storage!.key(i);
        if (!key?.startsWith(PREFIX)) continue;
        const [page, ...rest] = key.slice(PREFIX.length).split('/');
        const draft = rest.join('/') === name ? parseDraft(this.storage!.getItem(key)) : undefined;
        if (draft) found.push({ key, page: page!, draft });
      }
    } catch {
      // storage refused
    }
    return found;
  }

  private remove(key: string): void {
    try {
      this.storage?.removeItem(key);
    } catch {
      // storage refused
    }
  }

  private keyOf(name: string): string {
    return `${PREFIX}${this.page}/${name}`;
  }
}

function parseDraft(stored: string | null): Draft | undefined {
  try {
    const draft = JSON.parse(stored ?? '') as Draft;
    return typeof draft.text === 'string' && typeof draft.revision === 'string' ? draft : undefined;
  } catch {
    return undefined; // not ours, or from a newer version
  }
}
