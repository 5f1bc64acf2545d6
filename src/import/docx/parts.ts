import type { Block, DiagnosticRun, NoteRun, PictureRun } from '../document.ts';
import type { FieldNumbers } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** What the body refers to. */
export interface DocxParts {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly fieldNumbers: FieldNumbers;
  /** Keeps the picture a relationship names. */
  picture(relationship: string, alt: string): PictureRun | DiagnosticRun;
  /** Address of an external link. */
  address(relationship: string): string | undefined;
  /** Called for each footnote and endnote, in the order of the text. */
  note(kind: 'footnote' | 'endnote', id: string): NoteRun | undefined;
  /** Text of a reviewer's comment; undefined where the file has none of that id. */
  comment(id: string): string | undefined;
  /** Blocks of a document of another format that is embedded (17.17.2.1). */
  chunk(relationship: string): readonly Block[];
  /** Called for each tracked insertion and deletion. */
  revision(): void;
}
