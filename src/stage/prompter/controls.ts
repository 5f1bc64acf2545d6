import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../i18n/language.ts';
import { clockTime } from '../presenter/pace.ts';
import type { PrompterMessageKey } from './messages.ts';
import { MODES, type PrompterPreferences } from './preferences.ts';

/** What the controls need of the prompter. */
export interface PrompterActions {
  readonly shown: {
    readonly preferences: PrompterPreferences;
    readonly running: boolean;
    readonly rate: number;
    /** Seconds to the end of the speech. */
    readonly left: number;
    /** Milliseconds since 1970. */
    readonly now: number;
    readonly language: Language;
    /** Number of the slide of the text, from 1, and of all slides. */
    readonly slide: number;
    readonly slides: number;
    /** The audience's window does not answer. */
    readonly gone: boolean;
  };
  t(word: PrompterMessageKey, values?: Readonly<Record<string, string | number>>): string;
  prefer(change: Partial<PrompterPreferences>): void;
  step(by: 1 | -1): void;
  toggleRun(): void;
  changeRate(by: number): void;
  resize(by: number): void;
}

/** A setting that is on or off. */
type Switch = 'linked' | 'pinyin' | 'numbers' | 'mirror' | 'flip';

/** The row of controls under the text; it is never mirrored. */
export function controls(view: PrompterActions): TemplateResult {
  const { preferences, running, rate, left, now, language, slide, slides, gone } = view.shown;
  const clock = new Date(now + left * 1000).toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const scrolls = preferences.mode === 'scroll';
  const turn = (name: Switch, label: string, title: string, spoken?: string) =>
    html`<button aria-pressed=${preferences[name]} title=${title} aria-label=${spoken ?? label} data-testid="prompter-${name}"
      @click=${() => view.prefer({ [name]: !preferences[name] } as Partial<PrompterPreferences>)}>${label}</button>`;
  return html`<footer>
    <span class="group joined" role="radiogroup" aria-label=${view.t('modes')}>${MODES.map(
      (mode) =>
        html`<button role="radio" aria-checked=${preferences.mode === mode} data-testid="prompter-mode-${mode}"
          @click=${() => view.prefer({ mode })}>${view.t(mode)}</button>`,
    )}</span>
    <button @click=${() => view.step(-1)}>${view.t('back')}</button>
    ${
      scrolls
        ? html`<button class="main" data-testid="prompter-run" @click=${() => view.toggleRun()}>${view.t(running ? 'stop' : 'run')}</button>`
        : html`<button class="main" data-testid="prompter-forward" @click=${() => view.step(1)}>${view.t('forward')}</button>`
    }
    <span class="group">
      <button aria-label=${view.t('slower')} title=${view.t('slower')} @click=${() => view.changeRate(-1)}>−</button>
      <span class="rate">${view.t('rate', { rate })}</span>
      <button aria-label=${view.t('faster')} title=${view.t('faster')} @click=${() => view.changeRate(1)}>+</button>
    </span>
    <span class="group">
      <button aria-label=${view.t('smaller')} title=${view.t('smaller')} @click=${() => view.resize(-1)}>A−</button>
      <button aria-label=${view.t('larger')} title=${view.t('larger')} @click=${() => view.resize(1)}>A+</button>
    </span>
    ${turn('linked', view.t('linked'), view.t('linkedHint'))}
    ${turn('pinyin', view.t('pinyin'), view.t('pinyinHint'))}
    ${turn('numbers', view.t('numbers'), view.t('numbersHint'))}
    ${turn('mirror', '⇋', view.t('mirror'), view.t('mirror'))}
    ${turn('flip', '⥮', view.t('flip'), view.t('flip'))}
    <span class="space"></span>
    ${gone ? html`<span class="notice" role="status">${view.t('gone')}</span>` : nothing}
    <dl>
      <div><dt>${view.t('slide')}</dt><dd data-testid="prompter-slide">${slide} / ${slides}</dd></div>
      <div><dt>${view.t('left')}</dt><dd data-testid="prompter-left">${clockTime(left)}</dd></div>
      <div><dt>${view.t('finish')}</dt><dd>${clock}</dd></div>
    </dl>
  </footer>`;
}
