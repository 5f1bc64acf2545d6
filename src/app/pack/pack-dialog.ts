import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { nearestRatio } from '../../deck/plan/context.ts';
import { allowedStem } from '../../library/speech-name.ts';
import { LABEL_SETS, type LabelId, type LabelSet, labelText, MEETING_KINDS } from '../../pack/labels.ts';
import { paperPieces } from '../../pack/ledger.ts';
import { movedQuestions } from '../../pack/pieces.ts';
import type { PackFrame } from '../../pack/show/frame.ts';
import {
  DEFAULT_PAPERS,
  type MeetingBreak,
  PACK_PARTS,
  type Pack,
  type PackOptions,
  type PackPart,
  TYPED_FIELDS,
} from '../../pack/types.ts';
import { textFormat } from '../../text/text-format.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { frameInterface } from '../preview/frame-page.ts';
import { download } from '../session/download.ts';
import {
  keepPackChoices,
  keepRenamedLabels,
  type PackChoices,
  packChoices,
  renamedLabels,
} from '../session/pack-choices.ts';
import { repairChoices, toggled } from '../session/repair-choices.ts';
import type { Workspace } from '../session/workspace.ts';
import { controls } from '../ui/controls.ts';
import { dialogStyles } from '../ui/dialog.ts';
import { type MeetingSpeech, type PackAnswer, PackClient } from '../workers/pack-client.ts';
import { meetingOrder } from './meeting-order.ts';
import { packStyles } from './pack-styles.ts';

/** Longest extension of a file, bytes. */
const EXTENSION_ROOM = 20;
const TYPES = {
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The papers of a meeting: which, with what typed, as they will look, and as files. */
@customElement('pack-dialog')
export class PackDialog extends LitElement {
  static override styles = [controls, dialogStyles, packStyles];

  @state() private choices: PackChoices = {};
  @state() private renamed: NonNullable<PackOptions['renamed']> = {};
  /** Names of the meeting's speeches in their order, the open one among them. */
  @state() private order: readonly string[] = [];
  /** Kept no longer than the order to which they belong. */
  @state() private breaks: readonly MeetingBreak[] = [];
  @state() private answer: PackAnswer | undefined;
  @state() private failure = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('iframe') private readonly frame!: HTMLIFrameElement | null;

  private readonly words = new LanguageController(this);
  private space!: Workspace;
  private name = '';
  private client: PackClient | undefined;
  private sheets: PackFrame | undefined;
  /** Counts what was asked: an older answer that comes late is not shown. */
  private asked = 0;

  /** Shows the papers of the open speech. */
  async open(space: Workspace): Promise<void> {
    this.space = space;
    this.name = space.name;
    this.choices = packChoices(this.name);
    this.renamed = renamedLabels();
    this.order = [this.name];
    this.breaks = [];
    this.answer = undefined;
    this.client ??= new PackClient();
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    await this.refresh();
  }

  protected override render() {
    const { t } = this.words;
    const { answer } = this;
    const set = answer?.pack.labels ?? 'hans';
    const stuck = !answer || answer.fault !== undefined;
    const papers = answer?.pack.papers.length ?? 0;
    const slides = answer?.pack.slides.length ?? 0;
    return html`<dialog aria-labelledby="title" data-testid="pack-dialog" @close=${this.closed}>
      <h2 id="title">${t('pack.title')}</h2>
      <p class="hint">${t('pack.hint')}</p>
      <div class="both">
        <div class="choices">
          ${this.papers(answer?.pack)}
          ${this.settings(set)}
          ${this.fields()}
          ${this.questions()}
          ${this.labels(set)}
          ${this.otherSpeeches()}
          ${meetingOrder({
            names: this.order,
            breaks: this.breaks,
            t,
            reorder: (names) => this.reorder(names),
            pause: (breaks) => {
              this.breaks = breaks;
              void this.refresh();
            },
          })}
        </div>
        <iframe src="./pack.html" title=${t('pack.preview')} @load=${this.frameLoaded}></iframe>
      </div>
      <p class=${this.failure || answer?.fault ? 'error' : 'ledger'} role="status" data-testid="pack-status">${this.said()}</p>
      <div class="actions">
        <button class="button" @click=${() => this.dialog.close()}>${t('app.close')}</button>
        <button class="button" ?disabled=${stuck || papers === 0} @click=${this.print}>${t('export.print')}</button>
        <button class="button" ?disabled=${stuck || papers === 0} data-testid="pack-docx" @click=${() => this.give('docx')}>${t('pack.docx')}</button>
        <button class="button primary" ?disabled=${stuck || papers + slides === 0} data-testid="pack-zip" @click=${() => this.give('zip')}>${t('pack.zip')}</button>
      </div>
    </dialog>`;
  }

  private said(): string {
    const { t } = this.words;
    const { answer, failure } = this;
    if (failure) return t('pack.failed', { reason: failure });
    if (!answer) return '';
    if (answer.fault)
      return t('pack.fault', { paper: t(`pack.paper.${answer.fault.paper}`), text: answer.fault.text });
    const { papers, slides, empty } = answer.pack;
    if (papers.length + slides.length === 0 && empty.length === 0) return t('pack.none');
    const { source, label, typed } = answer.counts;
    const ledger = t('pack.ledger', { source, label, typed });
    return [...empty.map(({ reason }) => t(`pack.${reason}`)), ledger].join(' ');
  }

  private papers(pack: Pack | undefined): TemplateResult {
    const { t } = this.words;
    const parts: readonly PackPart[] = this.choices.parts ?? DEFAULT_PAPERS;
    const empty = new Set<PackPart>(pack?.empty.map(({ id }) => id));
    return html`<fieldset class="row"><legend>${t('pack.papers')}</legend>
      ${PACK_PARTS.map(
        (id) => html`<label class="tick"><input type="checkbox" name=${id} .checked=${parts.includes(id)}
          @change=${() => this.choose({ parts: ordered(toggled(parts, id)) })}>
          <span class=${empty.has(id) ? 'faint' : ''}>${t(`pack.paper.${id}`)}</span></label>`,
      )}
    </fieldset>`;
  }

  private settings(set: LabelSet): TemplateResult {
    const { t } = this.words;
    const { kind, ceremony } = this.choices;
    const kinds = MEETING_KINDS.filter((id) => labelText(id, set) !== undefined);
    return html`<fieldset class="row">
      <label class="field">${t('pack.labels')}<select @change=${(event: Event) => this.choose({ labels: typedIn(event) as LabelSet })}>
        ${LABEL_SETS.map((one) => html`<option value=${one} ?selected=${one === set}>${t(`pack.labels.${one}`)}</option>`)}
      </select></label>
      <label class="field">${t('pack.kind')}<select @change=${(event: Event) =>
        this.choose({ kind: (typedIn(event) || undefined) as PackOptions['kind'] })}>
        <option value="">${t('pack.kind.none')}</option>
        ${kinds.map((one) => html`<option value=${one} ?selected=${one === kind}>${labelText(one, set)}</option>`)}
      </select></label>
      ${
        labelText('ceremony-begins', set) === undefined
          ? nothing
          : html`<label class="tick"><input type="checkbox" .checked=${ceremony ?? false}
              @change=${() => this.choose({ ceremony: !ceremony })}>${t('pack.ceremony')}</label>`
      }
    </fieldset>`;
  }

  private fields(): TemplateResult {
    const { t } = this.words;
    const typed = this.choices.typed ?? {};
    return html`<fieldset class="row"><legend>${t('pack.fields')}</legend>
      ${TYPED_FIELDS.filter((field) => field !== 'names').map(
        (field) => html`<label class="field">${t(`pack.field.${field}`)}<input name=${field}
          inputmode=${field === 'expected' ? 'numeric' : 'text'} .value=${typed[field] ?? ''}
          @input=${(event: Event) => this.choose({ typed: { ...this.choices.typed, [field]: typedIn(event) } })}></label>`,
      )}
      ${
        this.choices.parts?.includes('table-signs')
          ? html`<label class="field wide">${t('pack.field.names')}<textarea name="names" rows="3" .value=${typed.names ?? ''}
              @input=${(event: Event) => this.choose({ typed: { ...this.choices.typed, names: typedIn(event) } })}></textarea></label>`
          : nothing
      }
    </fieldset>`;
  }

  private questions(): TemplateResult | typeof nothing {
    const questions = this.answer?.questions ?? [];
    if (questions.length === 0) return nothing;
    const left = this.choices.withoutQuestions ?? [];
    return html`<details><summary>${this.words.t('pack.questions')}</summary>
      ${questions.map(
        ({ key, text }) => html`<label class="tick"><input type="checkbox" .checked=${!left.includes(key)}
          @change=${() => this.choose({ withoutQuestions: toggled(left, key) })}>${text}</label>`,
      )}
    </details>`;
  }

  private labels(set: LabelSet): TemplateResult | typeof nothing {
    const { answer, renamed } = this;
    if (!answer) return nothing;
    const used = new Set<LabelId>();
    for (const paper of answer.pack.papers)
      for (const piece of paperPieces(paper)) if (piece.kind === 'label') used.add(piece.id);
    return html`<details><summary>${this.words.t('pack.rename')}</summary><div class="row">
      ${[...used].map(
        (id) => html`<label class="field">${labelText(id, set)}<input .value=${renamed[id] ?? ''}
          @input=${(event: Event) => this.rename(id, typedIn(event))}></label>`,
      )}
    </div></details>`;
  }

  private otherSpeeches(): TemplateResult | typeof nothing {
    const names = this.space?.library.names.filter((name) => name !== this.name) ?? [];
    if (names.length === 0) return nothing;
    return html`<details><summary>${this.words.t('pack.others')}</summary>
      ${names.map(
        (name) => html`<label class="tick"><input type="checkbox" .checked=${this.order.includes(name)}
          @change=${() => this.reorder(toggled(this.order, name))}>${name}</label>`,
      )}
    </details>`;
  }

  /** Questions left out stay so: their keys say the place of their speech. */
  private reorder(names: readonly string[]): void {
    const withoutQuestions = movedQuestions(this.choices.withoutQuestions ?? [], this.order, names);
    this.choices = { ...this.choices, withoutQuestions };
    this.order = names;
    this.breaks = this.breaks.filter(({ after }) => after <= names.length);
    void this.refresh();
  }

  private choose(more: Partial<PackChoices>): void {
    this.choices = { ...this.choices, ...more };
    // The next time, the open speech is alone again.
    const own = movedQuestions(this.choices.withoutQuestions ?? [], this.order, [this.name]);
    keepPackChoices(this.name, { ...this.choices, withoutQuestions: own });
    void this.refresh();
  }

  private rename(id: LabelId, text: string): void {
    this.renamed = { ...this.renamed, [id]: text };
    keepRenamedLabels(this.renamed);
    void this.refresh();
  }

  /** The speeches as they are now: the open one as typed, others as saved. */
  private async speeches(): Promise<MeetingSpeech[]> {
    const { space, name } = this;
    const library = await space.library.opened;
    const texts = await Promise.all(
      this.order.map((one) => (one === name ? { name, text: space.text } : library.read(one))),
    );
    return texts.map(({ name, text }) => {
      const { disabled, undone } = repairChoices(name);
      return { name, text, format: textFormat(name, text), disabled, undone };
    });
  }

  private async ask(file?: 'zip' | 'docx'): Promise<PackAnswer> {
    const options = { ...this.choices, renamed: this.renamed, breaks: this.breaks };
    const shape = nearestRatio(screen.width, screen.height);
    return this.client!.ask({
      speeches: await this.speeches(),
      screen: shape,
      options,
      ...(file && { file }),
    });
  }

  private async refresh(): Promise<void> {
    const number = ++this.asked;
    try {
      const answer = await this.ask();
      if (number !== this.asked) return;
      this.answer = answer;
      this.failure = '';
      await this.sheets?.show(answer.pack);
    } catch (error) {
      if (number === this.asked) this.failed(error);
    }
  }

  private async give(kind: 'zip' | 'docx'): Promise<void> {
    try {
      const { bytes, fault } = await this.ask(kind);
      if (fault || !bytes) return void (await this.refresh());
      const { t } = this.words;
      const stem = allowedStem(`${this.space.result?.title ?? ''} ${t('pack.title')}`.trim(), EXTENSION_ROOM);
      download(`${stem || t('pack.title')}.${kind}`, bytes, TYPES[kind]);
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    console.error(error);
    this.failure = error instanceof Error ? error.message : String(error);
  }

  private readonly print = () => {
    this.frame?.contentWindow?.focus();
    this.frame?.contentWindow?.print();
  };

  private async frameLoaded(): Promise<void> {
    if (!this.frame) return;
    try {
      this.sheets = await frameInterface(this.frame, (window) => window.jiangtaiPack);
      if (this.answer) await this.sheets.show(this.answer.pack);
    } catch (error) {
      this.failed(error);
    }
  }

  private readonly closed = () => {
    this.client?.stop();
    this.client = undefined;
    this.asked++;
  };
}

function typedIn(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}

function ordered(parts: readonly PackPart[]): PackPart[] {
  return PACK_PARTS.filter((id) => parts.includes(id));
}
