import type { Diagnostic } from '../../text/diagnostic.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import type { ImportedArchive, RefusedFile } from './incoming-files.ts';
import type { LinkedFileError } from './linked-file-error.ts';

/** Result of the last save to the linked file. */
export type LinkedFileNews =
  | { readonly kind: 'saved'; readonly file: string }
  /** Saved here; there is no file of the user's own. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'failed'; readonly error: LinkedFileError };

/** A file that was exported, and what it could not hold. */
export interface ExportNews {
  readonly file: string;
  /** Addresses of pictures. */
  readonly missing: readonly string[];
  readonly unwritable: readonly string[];
  /** Characters that no face in it draws. */
  readonly uncovered?: readonly string[];
}

/** News shown in bars over the text, until dismissed or until another speech is shown. */
export class Notifications {
  /** First visit: a sentence says what to do. */
  welcome: true | undefined = preference('welcomed') ? undefined : true;
  /** Error of the last action that failed: opening a speech, or any other. */
  openError: unknown;
  /** What could not be imported from a Word or HTML file. */
  leftOut: readonly Diagnostic[] = [];
  /** Files that were not imported, and why. */
  refused: readonly RefusedFile[] = [];
  /** What was imported from an archive. */
  imported: ImportedArchive | undefined;
  /** A version was restored: its time, the text before and after. */
  wentBack: { readonly time: number; readonly before: string; readonly after: string } | undefined;
  /** Result of the last save to the linked file. */
  ownFile: LinkedFileNews | undefined;
  /** What the exported file could not hold. */
  exported: ExportNews | undefined;
  /** A mark turned the plain text into Markdown. */
  marks: true | undefined;
  /** Name of the copy made by “keep both”. */
  keptCopy: string | undefined;

  /** @param changed is called when a field has another value */
  constructor(private readonly changed: () => void) {}

  /** Another speech is shown: dismisses the news of the last one. */
  begin(): void {
    this.exported = undefined;
    this.openError = this.keptCopy = this.wentBack = this.ownFile = this.marks = undefined;
    this.leftOut = this.refused = [];
  }

  /** Shows an error. */
  refuse(error: unknown): void {
    this.openError = error;
    this.changed();
  }

  tellMarks(): void {
    this.marks = true;
    this.changed();
  }

  tellExported(news: ExportNews): void {
    this.exported = news;
    this.changed();
  }

  tellOwnFile(news: LinkedFileNews): void {
    this.ownFile = news;
    this.changed();
  }

  /** Tells what files from outside held that could not be taken over, and which were refused. */
  tellAdded(
    diagnostics: readonly Diagnostic[],
    refused: readonly RefusedFile[],
    imported?: ImportedArchive,
  ): void {
    this.leftOut = diagnostics;
    this.imported = imported;
    this.refused = refused;
    this.changed();
  }

  /** Dismisses one of the bars. */
  dismiss(
    what:
      | 'openError'
      | 'keptCopy'
      | 'welcome'
      | 'leftOut'
      | 'refused'
      | 'imported'
      | 'wentBack'
      | 'ownFile'
      | 'exported'
      | 'marks',
  ): void {
    if (what === 'leftOut' || what === 'refused') this[what] = [];
    else this[what] = undefined;
    if (what === 'welcome') setPreference('welcomed', 'yes');
    this.changed();
  }
}
