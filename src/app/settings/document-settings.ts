import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { listThemes } from '../../deck/themes.ts';
import type { SettingPath } from '../../speech/setting-edit.ts';
import type { Settings } from '../../speech/settings.ts';
import {
  DEFAULT_RATE,
  DEFAULT_RATIO,
  DEFAULT_THEME,
  DENSITIES,
  FOLIOS,
  FONTS,
  HANDOUT_LAYOUTS,
  LINE_PITCHES,
  PAPERS,
  PODIUM_SIZES,
  QUOTES,
  RATIO_CHOICES,
  SCRIPTS,
} from '../../speech/settings.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';

/** The user's choice of how the speech is shown; undefined: as usual. */
export interface SettingChoice {
  readonly path: SettingPath;
  readonly value: string | number | boolean | undefined;
}

/** Rates offered, characters a minute: slow and solemn to brisk (spec of pace: 160–220). */
const RATES = [140, 160, 180, 200, 220, 240] as const;

/** One row of the panel: what it is called, what it may be, what it is. */
interface Row {
  readonly label: string;
  readonly path: SettingPath;
  readonly value: string;
  /** The value that is the same as none. */
  readonly usual: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
}

/**
 * How the speech is shown: theme, script, how much is on slides, pace. Each choice is
 * kept in the document. Fires `setting-chosen` (CustomEvent<SettingChoice>).
 */
@customElement('document-settings')
export class DocumentSettings extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: inline-flex; margin-inline-start: auto; }
      #panel {
        position: fixed; inset: auto; position-area: bottom span-left; position-anchor: --settings; margin: 6px 0 0;
        width: min(340px, calc(100vw - 24px)); max-height: calc(100% - 14px); overflow-y: auto; padding: 16px 18px; border: 1px solid var(--line); border-radius: 12px;
        background: var(--surface); color: var(--ink); box-shadow: var(--shadow);
      }
      #open { anchor-name: --settings; margin-bottom: 6px; }
      details { margin-top: 6px; }
      summary { min-height: 30px; align-content: center; cursor: pointer; color: var(--ink-soft); border-radius: var(--round); }
      h2 { margin: 0 0 10px; font-size: 15px; }
      label { display: grid; grid-template-columns: 6.5em minmax(0, 1fr); align-items: center; gap: 8px; padding: 4px 0; }
      label > span { color: var(--ink-soft); }
      select { min-height: 34px; width: 100%; padding: 0 8px; border: 1px solid var(--line-strong); border-radius: var(--round); background: var(--surface); color: var(--ink); }
      p { margin: 10px 0 0; font-size: 13px; line-height: 1.6; color: var(--ink-faint); }
    `,
  ];

  @property({ attribute: false }) settings: Settings | undefined;

  /** Names of the faces the handout is set in. */
  @property({ attribute: false }) faces: readonly string[] = [];

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t } = this.words;
    return html`
      <button id="open" class="button small" data-testid="button-settings" popovertarget="panel"
        ?disabled=${!this.settings} title=${t('settings.hint')}>${icons.settings}${t('settings.title')}</button>
      <div id="panel" popover aria-labelledby="heading">
        <h2 id="heading">${t('settings.title')}</h2>
        ${this.rows().map(this.row)}
        <details>
          <summary>${t('settings.pages')}</summary>
          ${this.pageRows().map(this.row)}
          ${this.faces.length > 0 ? html`<p data-testid="faces">${t('settings.faces', { faces: this.faces.join('、') })}</p>` : nothing}
        </details>
        <p>${t('settings.kept')}</p>
      </div>`;
  }

  private rows(): Row[] {
    const { t, language } = this.words;
    const { theme, script, quotes, rate, deck, handout = {} } = this.settings ?? {};
    const yesNo = [
      ['true', t('settings.yes')],
      ['false', t('settings.no')],
    ] as const;
    const rates = [...new Set([...RATES, rate ?? DEFAULT_RATE])].sort((a, b) => a - b);
    return [
      {
        label: t('settings.theme'),
        path: ['theme'],
        value: theme ?? DEFAULT_THEME,
        usual: DEFAULT_THEME,
        choices: listThemes().map(
          ({ id, name }) => [id, name[language as keyof typeof name] ?? name.en] as const,
        ),
      },
      {
        label: t('settings.density'),
        path: ['deck', 'density'],
        value: deck?.density ?? 'normal',
        usual: 'normal',
        choices: DENSITIES.map((value) => [value, t(`settings.density.${value}`)] as const),
      },
      {
        label: t('settings.ratio'),
        path: ['deck', 'ratio'],
        value: deck?.ratio ?? DEFAULT_RATIO,
        usual: DEFAULT_RATIO,
        choices: RATIO_CHOICES.map((value) => [value, t(`settings.ratio.${value}`)] as const),
      },
      {
        label: t('settings.agenda'),
        path: ['deck', 'agenda'],
        value: String(deck?.agenda ?? true),
        usual: 'true',
        choices: yesNo,
      },
      {
        label: t('settings.script'),
        path: ['script'],
        value: script ?? 'source',
        usual: 'source',
        choices: SCRIPTS.map((value) => [value, t(`settings.script.${value}`)] as const),
      },
      // Asked where the marks are a question: in Traditional.
      ...(script === 'hant' || script === 'tw' || script === 'hk'
        ? [
            {
              label: t('settings.quotes'),
              path: ['quotes'] as const,
              value: quotes ?? 'written',
              usual: 'written',
              choices: QUOTES.map((value) => [value, t(`settings.quotes.${value}`)] as const),
            },
          ]
        : []),
      {
        label: t('settings.layout'),
        path: ['handout', 'layout'],
        value: handout.layout ?? 'official',
        usual: 'official',
        choices: HANDOUT_LAYOUTS.map((value) => [value, t(`settings.layout.${value}`)] as const),
      },
      ...(handout.layout === 'podium'
        ? [
            {
              label: t('settings.size'),
              path: ['handout', 'size'] as const,
              value: handout.size ?? 'large',
              usual: 'large',
              choices: PODIUM_SIZES.map((value) => [value, t(`settings.size.${value}`)] as const),
            },
          ]
        : []),
      {
        label: t('settings.paper'),
        path: ['handout', 'paper'],
        value: handout.paper ?? 'a4',
        usual: 'a4',
        choices: PAPERS.map((value) => [value, t(`settings.paper.${value}`)] as const),
      },
      {
        label: t('settings.rate'),
        path: ['rate'],
        value: String(rate ?? DEFAULT_RATE),
        usual: String(DEFAULT_RATE),
        choices: rates.map((value) => [String(value), t('settings.rate.value', { rate: value })] as const),
      },
    ];
  }

  /** Choices few people make: below the others, folded. */
  private pageRows(): Row[] {
    const { t } = this.words;
    const { handout = {} } = this.settings ?? {};
    const switches = ['cover', 'contents', 'head', 'mirror', 'booklet'] as const;
    return [
      ...(handout.layout === undefined || handout.layout === 'official'
        ? [
            {
              label: t('settings.pitch'),
              path: ['handout', 'pitch'] as const,
              value: handout.pitch ?? 'grid',
              usual: 'grid',
              choices: LINE_PITCHES.map((value) => [value, t(`settings.pitch.${value}`)] as const),
            },
          ]
        : []),
      {
        label: t('settings.folio'),
        path: ['handout', 'folio'],
        value: handout.folio ?? 'outer',
        usual: 'outer',
        choices: FOLIOS.map((value) => [value, t(`settings.folio.${value}`)] as const),
      },
      {
        label: t('settings.fonts'),
        path: ['handout', 'fonts'] as const,
        value: handout.fonts ?? 'bundled',
        usual: 'bundled',
        choices: FONTS.map((value) => [value, t(`settings.fonts.${value}`)] as const),
      },
      ...switches.map((name) => ({
        label: t(`settings.${name}`),
        path: ['handout', name] as const,
        value: String(handout[name] ?? false),
        usual: 'false',
        choices: [
          ['true', t('settings.yes')],
          ['false', t('settings.no')],
        ] as const,
      })),
    ];
  }

  private readonly row = ({ label, path, value, usual, choices }: Row) => html`<label><span>${label}</span>
    <select data-testid="setting-${path.join('-')}"
      @change=${(event: Event) => this.choose(path, (event.target as HTMLSelectElement).value, usual)}>
      ${choices.map(([choice, name]) => html`<option value=${choice} .selected=${live(choice === value)}>${name}</option>`)}
    </select></label>`;

  private choose(path: SettingPath, chosen: string, usual: string): void {
    const value = /^\d+$/.test(chosen)
      ? Number(chosen)
      : /^(?:true|false)$/.test(chosen)
        ? chosen === 'true'
        : chosen;
    const detail: SettingChoice = { path, value: chosen === usual ? undefined : value };
    this.dispatchEvent(new CustomEvent('setting-chosen', { detail, bubbles: true, composed: true }));
  }
}
