import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Slide, SlideChoice } from '../../deck/plan/types.ts';
import type { SlideChoiceCommand } from '../editor/slide-choice-change.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { isLayout, LAYOUTS } from '../navigation/slide-layouts.ts';
import { icons } from '../ui/icons.ts';
import '../ui/menu-button.ts';
import type { MenuItem } from '../ui/menu-button.ts';

/**
 * A menu of what else a slide can be: its other layouts, two slides, or one with the slide before. Nothing where it can be
 * one thing only. Fires `slide-choice` (CustomEvent<SlideChoiceCommand>).
 */
@customElement('slide-choices')
export class SlideChoices extends LitElement {
  static override styles = css`:host { display: inline-flex; }`;

  @property({ attribute: false }) slide: Slide | undefined;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { slide } = this;
    const items = slide?.place ? this.items(slide) : [];
    if (!slide || items.length === 0 || !isLayout(slide.layout)) return nothing;
    const name = this.words.t(`layout.${slide.layout}`);
    const label = this.words.t('slides.layout', { name });
    return html`<menu-button data-testid="slide-choices" label=${label} short=${name} .icon=${icons.layout} worded .items=${items}
      @menu-chosen=${this.chosen}></menu-button>`;
  }

  private items({ layout, options, chosen, joins, splits }: Slide): MenuItem[] {
    const { t } = this.words;
    const others = LAYOUTS.filter((one) => options.includes(one));
    const layouts =
      others.length < 2
        ? []
        : others.map((one): MenuItem => ({ id: one, label: t(`layout.${one}`), checked: one === layout }));
    const kept = chosen === 'join' || chosen === 'split';
    const parts: (readonly [boolean | undefined, string, MessageKey])[] = [
      [splits && !kept, 'split', 'slides.split'],
      [joins && !kept, 'join', 'slides.join'],
      [kept, AS_PLANNED, chosen === 'join' ? 'slides.join.undo' : 'slides.split.undo'],
      [chosen !== undefined && !kept, AS_PLANNED, 'slides.layout.planned'],
    ];
    const more = parts
      .filter(([holds]) => holds)
      .map(
        ([, id, key], index): MenuItem => ({ id, label: t(key), apart: index === 0 && layouts.length > 0 }),
      );
    return [...layouts, ...more];
  }

  private readonly chosen = (event: CustomEvent<string>) => {
    const { slide } = this;
    event.stopPropagation();
    if (!slide?.place || event.detail === slide.layout) return;
    const detail: SlideChoiceCommand = {
      ...slide.place,
      ...(event.detail !== AS_PLANNED && { choice: event.detail as SlideChoice }),
    };
    this.dispatchEvent(new CustomEvent('slide-choice', { detail, bubbles: true, composed: true }));
  };
}

const AS_PLANNED = 'planned';
