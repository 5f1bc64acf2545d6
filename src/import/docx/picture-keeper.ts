import type { KeptPicture, Run } from '../document.ts';
import { pictureKind, pictureName } from '../picture-kinds.ts';
import type { ArchiveFiles, Relationship } from './relationships.ts';

/** Collects the pictures of a document that its text shows, each once. */
export class PictureKeeper {
  readonly kept: KeptPicture[] = [];
  private readonly names = new Map<string, string>();

  constructor(
    private readonly files: ArchiveFiles,
    /** Names of files whose checksum is wrong. */
    private readonly damaged: ReadonlySet<string>,
    private readonly fileName: string,
  ) {}

  /** Keeps the picture that a relationship names; what cannot be kept is reported at its place. */
  keep(link: Relationship | undefined, alt: string): Run & { kind: 'picture' | 'diagnostic' } {
    const diagnostic = (code: string) =>
      ({ kind: 'diagnostic', code, severity: 'warning', values: { text: alt } }) as const;
    if (link === undefined) return diagnostic('picture-missing');
    if (link.external) return diagnostic('picture-remote');
    const known = this.names.get(link.target);
    if (known !== undefined) return { kind: 'picture', name: known, alt };
    if (this.damaged.has(link.target)) return diagnostic('picture-damaged');
    const bytes = this.files.get(link.target);
    if (bytes === undefined) return diagnostic('picture-missing');
    const kind = pictureKind(bytes);
    if (kind === undefined) return diagnostic('picture-kind');
    const name = pictureName(this.fileName, this.kept.length + 1, kind.extension);
    this.names.set(link.target, name);
    this.kept.push({ name, bytes, type: kind.type });
    return { kind: 'picture', name, alt };
  }
}
