import type { Diagnostic } from '../../text/diagnostic.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import type { ImportedArchive, RefusedFile } from './incoming-files.ts';
import type { LinkedFileError } from './linked-file-error.ts';

/** What became of the last save to a file of the user's: told in a bar over the text. */
export type LinkedFileNews =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'failed'; readonly error: LinkedFileError };

/** A file that was exported, and what it could not hold. */
export interface ExportNews {
  readonly file: string;
  /** Addresses of pictures. */
  readonly missing: readonly string[];
  readonly unwritable: readonly string[];
}

/** What happened and is told until it is put away, or another speech is shown. */
export class Notifications {
  /** First visit: one sentence says what to do. */
  welcome: true | undefined = preference('welcomed') ? undefined : true;
  /** Why the last speech could not be opened, the one before staying, or why something else was not done. */
  openError: unknown;
  /** What an opened Word or HTML file held that could not be taken over. */
  leftOut: readonly Diagnostic[] = [];
  /** Files from outside that were not taken, and why. */
  refused: readonly RefusedFile[] = [];
  /** What an archive brought. */
  imported: ImportedArchive | undefined;
  /** The text went back to a version: when that was, what stood there before and what since. */
  wentBack: { readonly time: number; readonly before: string; readonly after: string } | undefined;
  /** What became of the last save to a file of the user's own. */
  ownFile: LinkedFileNews | undefined;
  /** What the exported file could not hold. */
  exported: ExportNews | undefined;
  /** A mark made Markdown of the plain text. */
  marks: true | undefined;
  /** Name of the copy made by “keep both”. */
  keptCopy: string | undefined;

  /** @param changed is called when a field has another value */
  constructor(private readonly changed: () => void) {}

  /** Another speech is shown: what was told of the one before goes. */
  begin(): void {
    this.exported = undefined;
    this.openError = this.keptCopy = this.wentBack = this.ownFile = this.marks = undefined;
    this.leftOut = this.refused = [];
  }

  /** Tells what was refused. */
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

  /** Puts away what was told. */
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
