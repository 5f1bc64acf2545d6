/** Text that its file does not have yet. */
export interface Draft {
  readonly name: string;
  readonly text: string;
  /** Base: revision of the file the edits began from. */
  readonly revision: string;
  /** Of the last edit, ms since 1970, by the tab's logical clock. */
  readonly time: number;
}

/** A draft and the tab that wrote it: one that is closed, or this one. */
export type OrphanedDraft = Draft & { readonly tab: string };
