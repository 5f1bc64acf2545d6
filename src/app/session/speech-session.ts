import { RevisionConflict } from '../../library/http/speech-client.ts';
import type { Library } from '../../library/library.ts';
import type { SpeechFile, WrittenSpeech } from '../../library/protocol.ts';
import { SessionDraft, type SessionDrafts } from './session-draft.ts';
import { reduce } from './session-reducer.ts';
import {
  type Choice,
  type Effect,
  type SessionEvent,
  type SessionState,
  type SessionView,
  saveDue,
  viewOf,
} from './session-state.ts';

/** The library, as far as one open speech needs it. */
export type SessionLibrary = Pick<Library, 'read' | 'write' | 'create'>;

/** The editor and the page around a session. */
export interface SessionHost {
  /** The editor's text. */
  text(): string;
  /** Shows another text as one step of undo; the cursor stays where it makes sense. */
  replaceText(text: string): void;
  /** Keeps a text that the user's choice is going to replace. @throws what the library refuses */
  keepReplaced(text: string): Promise<unknown>;
  /** A choice of the user's was not carried out. */
  refused(error: unknown): void;
  /** A field of the session has another value. */
  sessionChanged(): void;
}

/**
 * One open speech between editor, file and drafts: carries out what {@link reduce} decides. The editor's text is the truth;
 * the file is written soon after each edit, and what it does not have yet is a draft.
 */
export class SpeechSession implements SessionView {
  readonly name: string;
  state: SessionView['state'] = 'saved';
  conflict: SessionView['conflict'];
  refusal: SessionView['refusal'];
  gone = false;
  merged = false;
  converted: SessionView['converted'];

  private current: SessionState;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The write or the read that is not answered yet. */
  private writing: Promise<void> | undefined;
  private reading: Promise<void> | undefined;
  /** A choice that is being carried out: where its replaced text is kept, and who waits for the result. */
  private choice: { keep(text: string): Promise<unknown>; resolved(done: boolean): void } | undefined;
  private readonly draft: SessionDraft;

  constructor(
    file: SpeechFile,
    private readonly library: SessionLibrary,
    drafts: SessionDrafts,
    private readonly host: SessionHost,
  ) {
    this.current = {
      name: file.name,
      phase: { at: 'saved' },
      base: file,
      inFlight: [],
      supersedes: [],
      merged: false,
    };
    this.name = file.name;
    this.draft = new SessionDraft(
      drafts,
      () => ({ name: this.name, text: host.text(), revision: this.current.base.revision }),
      () => host.sessionChanged(),
    );
  }

  /** Whether the file does not have the editor's text. */
  get dirty(): boolean {
    return this.state !== 'saved';
  }

  /** The browser refused to keep a draft (D9). */
  get draftRefused(): boolean {
    return this.draft.refused;
  }

  /** The editor's text, where the file or a draft has it or is about to. */
  get keptText(): string | undefined {
    return this.current.phase.at === 'closed' || this.draftRefused ? undefined : this.host.text();
  }

  /** The editor's text and its base, where the file does not have it. */
  get unsaved(): { readonly text: string; readonly revision: string } | undefined {
    return this.dirty ? { text: this.host.text(), revision: this.current.base.revision } : undefined;
  }

  /** Whether neither the editor's text nor the file has changed since this was read. */
  isStill({ text, revision }: SpeechFile): boolean {
    return !this.dirty && revision === this.current.base.revision && text === this.host.text();
  }

  /** Carries out what {@link reduce} decides. Events that are answered have methods of their own, below. */
  dispatch(event: SessionEvent): void {
    const [before, shown] = [this.current, viewOf(this.current)];
    const [state, effects] = reduce(before, event, { text: this.host.text(), time: Date.now() });
    this.current = state;
    const due = saveDue(state);
    if (due !== saveDue(before)) {
      clearTimeout(this.timer);
      if (due !== undefined) this.timer = setTimeout(() => void this.save(), due - Date.now());
    }
    Object.assign(this, viewOf(state));
    for (const effect of effects) (this.effects[effect.type] as (effect: Effect) => void)(effect);
    if (Object.entries(shown).some(([key, value]) => this[key as keyof SessionView] !== value))
      this.host.sessionChanged();
  }

  /** Shows another text, as an edit of the user's. */
  replace(text: string): void {
    this.host.replaceText(text);
    this.dispatch({ type: 'edited' });
  }

  /** Writes the text now, where the file does not have it. Resolves when that is answered; never rejects. */
  async save(): Promise<void> {
    await this.dispatchNext({ type: 'save' });
  }

  /** Writes a deleted file again. Never rejects. */
  async recreate(): Promise<void> {
    await this.dispatchNext({ type: 'recreate' });
  }

  /** The library reports the file's revision; undefined: deleted. Resolves when that is dealt with; never rejects. */
  async revisionChanged(revision: string | undefined): Promise<void> {
    await this.dispatchNext({ type: 'reported', revision });
    await this.reading;
  }

  /** The user's text wins a conflict; undo has the file's. Never rejects. */
  async keepMine(): Promise<void> {
    if (await this.choose('mine', (text) => this.host.keepReplaced(text))) await this.save();
  }

  /**
   * The file's text wins a conflict; undo has the user's. Never rejects.
   *
   * @param keep keeps the user's text first, and again what it has become meanwhile
   * @returns false where the conflict stays, or has ended otherwise
   */
  takeTheirs(keep = (text: string) => this.host.keepReplaced(text)): Promise<boolean> {
    return this.choose('theirs', keep);
  }

  /**
   * Lets go of the file, because it moves or another speech is going to be shown: saves first, until nothing is typed
   * meanwhile. What the library refuses, and what is typed from now on, is a draft (W9).
   */
  async release(): Promise<void> {
    const isOpen = () => this.current.phase.at !== 'closed';
    for (let text: string | undefined; isOpen() && this.dirty && text !== this.host.text(); ) {
      text = this.host.text();
      await this.save();
      if (this.dirty) await this.draft.save();
    }
    this.dispatch({ type: 'release' });
  }

  /** The editor is going to show another text. @param moved it shows this text, as another file */
  close(moved = false): void {
    this.dispatch({ type: 'close', moved });
    this.draft.end();
  }

  private async choose(choice: Choice, keep: (text: string) => Promise<unknown>): Promise<boolean> {
    if (this.choice) return false;
    const done = new Promise<boolean>((resolved) => {
      this.choice = { keep, resolved };
    });
    this.dispatch({ type: 'chosen', choice });
    return done;
  }

  /** One write at a time: dispatches when the last is answered, and waits for the one that follows. */
  private async dispatchNext(event: SessionEvent): Promise<void> {
    while (this.writing) await this.writing;
    this.dispatch(event);
    await this.writing;
  }

  private readonly effects: {
    readonly [Type in Effect['type']]: (effect: Extract<Effect, { type: Type }>) => void;
  } = {
    write: ({ text }) => {
      const { supersedes } = this.current;
      this.answer(text, this.library.write(this.name, text, this.current.base.revision, { supersedes }));
    },
    create: ({ text }) => this.answer(text, this.library.create(this.name, text)),
    writeLeaving: ({ text }) => {
      const options = { leaving: true, supersedes: this.current.supersedes };
      this.library.write(this.name, text, this.current.base.revision, options).catch(() => undefined);
    },
    read: () => {
      const base = this.current.base.revision;
      this.reading = this.library.read(this.name).then(
        (file) => this.dispatch({ type: 'read', file, base }),
        () => undefined,
      );
    },
    show: ({ text }) => this.host.replaceText(text),
    saveDraft: () => void this.draft.save(),
    saveDraftSync: () => this.draft.saveSync(),
    acknowledge: ({ text }) => this.draft.acknowledge(text),
    keep: ({ text }) =>
      void this.choice?.keep(text).then(
        () => this.dispatch({ type: 'kept', text }),
        (error: unknown) => this.dispatch({ type: 'notKept', error }),
      ),
    resolved: ({ done, error }) => {
      this.choice?.resolved(done);
      this.choice = undefined;
      if (error !== undefined) this.host.refused(error);
    },
  };

  /** Dispatches the answer to a write. */
  private answer(sent: string, writing: Promise<WrittenSpeech>): void {
    this.writing = writing
      .then(
        (written): SessionEvent => ({ type: 'written', sent, written }),
        (error: unknown): SessionEvent => ({
          type: 'refused',
          error,
          current: error instanceof RevisionConflict ? error.current : undefined,
        }),
      )
      .then((event) => {
        this.writing = undefined;
        this.dispatch(event);
      });
  }
}
