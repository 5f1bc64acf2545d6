import type { Handout } from '../../handout/flow/types.ts';
import type { OfficePackage } from '../ooxml/package.ts';
import type { OfficePicture } from '../ooxml/pictures.ts';
import type { Language } from './faces.ts';
import type { Typography } from './typography.ts';

/** The document in the making. */
export interface WordDocument {
  readonly office: OfficePackage;
  readonly handout: Handout;
  readonly type: Typography;
  readonly language: Language;
  /** By the address the author wrote. */
  readonly pictures: ReadonlyMap<string, OfficePicture>;
  /** Addresses of pictures that are not in the file. */
  readonly missing: Set<string>;
  /** Numbers of the footnotes that are in the file, and of those called so far. */
  readonly notes: ReadonlySet<number>;
  readonly called: Set<number>;
  /** Drawings and bookmarks so far: their numbers must differ. */
  readonly counts: { drawings: number; bookmarks: number };
}

/** The body or the footnotes: each part has relationships of its own. */
export interface Story {
  readonly document: WordDocument;
  readonly part: 'word/document.xml' | 'word/footnotes.xml';
}

/** URI of a relationship of a Word document: `styles`, `image`, `hyperlink` … */
export function relation(kind: string): string {
  return `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
}
