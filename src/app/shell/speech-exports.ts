import type { PreviewResult } from '../../compile/protocol.ts';
import type { PictureSource, RasterPicture } from '../../export/ooxml/pictures.ts';
import { rasterise } from '../../export/picture/rasterise.ts';
import type { Language } from '../../i18n/language.ts';
import { UserFacingError } from '../../i18n/user-facing-error.ts';
import { PICTURES_PATH } from '../../library/protocol.ts';
import { allowedStem } from '../../library/speech-name.ts';
import type { LanguageController } from '../i18n/language-controller.ts';
import { download } from '../session/download.ts';
import type { Workspace } from '../session/workspace.ts';
import { cancelled, type Progress } from '../tasks/progress.ts';
import type { ExportKind } from './export-kinds.ts';

/** Media types of Office files. */
const OFFICE_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;
type OfficeKind = keyof typeof OFFICE_TYPES;
/** Longest extension with its dot, bytes. */
const EXTENSION_ROOM = 5;
/** A picture inside the text is told by the beginning of its address. */
const LONGEST_NAME = 60;

/** Gives the open speech to the user as files: the newest text, whole or not at all, named after its title. */
export class SpeechExports {
  constructor(
    private readonly space: Workspace,
    private readonly print: () => Promise<void>,
    private readonly pack: () => Promise<void>,
    private readonly t: LanguageController['t'],
    private readonly language: () => Language,
  ) {}

  async run(kind: ExportKind): Promise<void> {
    if (kind === 'print') return this.print();
    if (kind === 'pack') return this.pack();
    const { tasks, notifications } = this.space;
    try {
      await tasks.run('work.file', async (progress) => {
        const result = await this.newest(progress);
        if (result === undefined) return;
        if (kind === 'html') await this.meeting(result, progress);
        else if (kind !== 'text') await this.office(kind, result, progress);
        else download(`${this.stem(result)}.txt`, `${result.text}\n`);
      });
    } catch (error) {
      notifications.refuse(error);
    }
  }

  /** What the text as it is now gives; undefined when the user wants no more of it. */
  private async newest(progress: Progress): Promise<PreviewResult | undefined> {
    const { compiler, opened } = this.space;
    const wanted = await Promise.race([
      opened.then(() => compiler.newest()).then(() => true),
      cancelled(progress),
    ]);
    return wanted ? this.space.result : undefined;
  }

  private async office(kind: OfficeKind, result: PreviewResult, { signal }: Progress): Promise<void> {
    const { source, notes, handout } = result.integrity;
    for (const one of [source, kind === 'pptx' ? notes : handout]) refuseLoss(one.missing + one.added);
    const { bytes, difference, missingPictures, unwritable } = await officeFile(kind, result, signal);
    refuseLoss(difference.missing + difference.added);
    if (signal.aborted) return;
    const file = `${this.stem(result)}.${kind}`;
    download(file, bytes, OFFICE_TYPES[kind]);
    if (missingPictures.length + unwritable.length > 0)
      this.space.notifications.tellExported({
        file,
        missing: shortNames(missingPictures),
        unwritable: unwritable.map(codePoint),
      });
  }

  private async meeting(result: PreviewResult, progress: Progress): Promise<void> {
    const { source, notes, handout } = result.integrity;
    for (const one of [source, notes, handout]) refuseLoss(one.missing + one.added);
    const { meetingFile } = await import('./meeting-file.ts');
    const made = await meetingFile(this.space, result, this.language(), progress);
    if (made === undefined) return;
    refuseLoss(made.lost);
    const file = `${this.stem(result)}.html`;
    download(file, made.html, 'text/html');
    const { missingPictures, uncovered } = made;
    if (missingPictures.length > 0 || uncovered.length > 0)
      this.space.notifications.tellExported({
        file,
        missing: shortNames(missingPictures),
        unwritable: [],
        uncovered,
      });
  }

  private stem({ title, name }: PreviewResult): string {
    return (
      allowedStem(title, EXTENSION_ROOM) ||
      allowedStem(name.replace(/\.[^.]*$/, ''), EXTENSION_ROOM) ||
      this.t('export.untitled')
    );
  }
}

/** The writer of a file is loaded when one is asked for: the page has less to load. */
async function officeFile(kind: OfficeKind, { deck, handout }: PreviewResult, signal: AbortSignal) {
  const pictures = pagePictures(signal);
  const created = new Date();
  if (kind === 'docx') {
    const { exportDocx } = await import('../../export/docx/export-docx.ts');
    return exportDocx(handout, pictures, created);
  }
  const { exportPptx } = await import('../../export/pptx/export-pptx.ts');
  return exportPptx(deck, pictures, { created, author: handout.speaker });
}

/** @throws UserFacingError `export.lost` where a text is not whole */
function refuseLoss(count: number): void {
  if (count > 0) throw new UserFacingError('export.lost', { count });
}

const shortNames = (names: readonly string[]) => names.map((name) => name.slice(0, LONGEST_NAME));

/** U+0007 */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The pictures that the page shows: beside the speech at this address, or inside the text. */
function pagePictures(signal: AbortSignal): PictureSource {
  const base = new URL(PICTURES_PATH, document.baseURI);
  return {
    load: async (src) => {
      if (signal.aborted) return undefined;
      const data = /^data:image\/[\w.+-]+;base64,(.*)$/s.exec(src)?.[1];
      try {
        if (data !== undefined) return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
        const url = new URL(src, base);
        if (url.origin !== base.origin || !/^https?:$/.test(url.protocol)) return undefined;
        const response = await fetch(url, { signal });
        return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
      } catch {
        return undefined;
      }
    },
    rasterise: async (bytes, type): Promise<RasterPicture | undefined> => {
      const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
      try {
        const drawn = await rasterise(address);
        if (drawn === undefined) return undefined;
        const png = atob(drawn.png.slice(drawn.png.indexOf(',') + 1));
        return { ...drawn, png: Uint8Array.from(png, (character) => character.charCodeAt(0)) };
      } finally {
        URL.revokeObjectURL(address);
      }
    },
  };
}
