import { UserFacingError } from '../../i18n/user-facing-error.ts';
import type { SourceRange } from '../../text/source.ts';
import { isMarkdownName, textFormat } from '../../text/text-format.ts';
import type { SentenceCommand } from '../editor/sentence-commands.ts';
import type { SlideChoiceCommand } from '../editor/slide-choice-change.ts';
import type { SpeechEditor } from '../editor/speech-editor.ts';
import type { Fix } from '../repairs/repair-panel.ts';
import { insertionNow, isTakenBack, type LeftOutPiece } from '../session/left-out-pieces.ts';
import type { Workspace } from '../session/workspace.ts';
import type { SettingChoice } from '../settings/setting-rows.ts';

/**
 * What buttons outside the editor do to the document, each as one step that can be undone. Places that were found in the
 * text are used only where it still is that text.
 */
export class DocumentEdits {
  constructor(
    private readonly space: Workspace,
    private readonly editor: () => SpeechEditor,
  ) {}

  /** Puts a sentence on slides, or takes it off. */
  commandSentence({ range, command }: SentenceCommand): void {
    const place = this.placeNow(range);
    if (place) this.editor().runForSentence({ range: place, command });
  }

  /** Sets a slide as the author chooses. */
  commandSlide({ range, ...command }: SlideChoiceCommand): void {
    const place = this.placeNow(range);
    if (place) this.editor().runForSlide({ ...command, range: place });
  }

  applyFix({ range, insert }: Fix): void {
    const place = this.placeNow(range);
    if (place) this.editor().applyEdits([{ range: place, insert }]);
  }

  /** Takes back what importing left out, each piece where it stood, in one step. */
  takeBack(pieces: readonly LeftOutPiece[]): void {
    const editor = this.editor();
    const format = isMarkdownName(this.space.name) ? 'markdown' : 'plain';
    const { text } = editor;
    const edits = pieces
      .filter((piece) => !isTakenBack(piece, text, format))
      .map((piece) => insertionNow(piece, text, format))
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, insert }) => ({ range: { start: offset, end: offset }, insert }));
    if (edits.length > 0) editor.applyEdits(edits);
  }

  /** Maps a place of the compiled text to the present one: the user may have typed since. */
  private placeNow(range: SourceRange): SourceRange | undefined {
    return this.editor().placeNow(range, this.space.compiler.of);
  }

  /** Repairs that are only shown become the author's text: those of the text as it is, which may have to be found first. */
  async writeRepairs(): Promise<void> {
    const { compiler, session } = this.space;
    await compiler.newest();
    const { result, versions } = this.space;
    // Another speech is open now, or typing never paused.
    if (session !== this.space.session || !result || !compiler.current) return;
    versions?.before('before-repairs');
    const applied = result.repairs.filter((repair) => repair.applied);
    this.editor().applyEdits(applied.map(({ range, after }) => ({ range, insert: after })));
  }

  /**
   * A choice of layout goes into the front matter.
   *
   * @param refused called when it does not: the front matter is no YAML, or has it already
   */
  async chooseSetting({ path, value }: SettingChoice, refused = () => {}): Promise<void> {
    const { session } = this.space;
    // Only now: it brings a YAML writer with it.
    const { settingEdit, settingValue } = await import('../../speech/setting-edit.ts');
    // It was for the speech that was open, not for one opened meanwhile.
    if (session !== this.space.session) return;
    const editor = this.editor();
    const source = { text: editor.text, format: textFormat(this.space.name, editor.text) };
    const edit = settingEdit(source, path, value);
    if (!edit) {
      refused();
      const invalid = this.space.result?.diagnostics.some(({ code }) => code === 'front-matter-invalid');
      if (invalid) this.space.notifications.refuse(new UserFacingError('settings.refused'));
      return;
    }
    const before = settingValue(source, path);
    editor.applyEdits([{ range: { start: edit.from, end: edit.to }, insert: edit.insert }]);
    const chosen = editor.snapshot();
    // Who does not want to wait takes the choice back; what was written meanwhile stays.
    this.space.compiler.awaited('work.setting', () => {
      if (editor.isStill(chosen)) editor.undo();
      else void this.chooseSetting({ path, value: before });
    });
  }

  /** Keeps a picture beside the speech and shows it behind the line of the cursor. */
  async insertPicture(file: File): Promise<void> {
    const { session } = this.space;
    try {
      const name = await this.space.addPicture(file);
      // It was for the speech that was open, not for one opened meanwhile.
      if (session !== this.space.session) return;
      this.editor().insertBlock(`![${file.name.replace(/\.[^.]+$/, '')}](${encodeURI(name)})`);
    } catch (error) {
      this.space.notifications.refuse(error);
    }
  }
}
