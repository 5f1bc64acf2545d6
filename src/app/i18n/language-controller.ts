import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Language, languageOf, parseLanguage } from '../../i18n/language.ts';
import { formatMessage, type MessageValues } from '../../i18n/message.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import { MESSAGES, type MessageKey } from './messages.ts';

/** To make one takes longer than to use it a thousand times. */
const numberFormats = new Map<Language, Intl.NumberFormat>();
const hosts = new Set<ReactiveControllerHost>();
let language: Language = chosenLanguage() ?? languageOf(navigator.languages);

function chosenLanguage(): Language | undefined {
  return parseLanguage(preference('language'));
}

export function currentLanguage(): Language {
  return language;
}

/** Changes the language of the whole page and keeps the choice. */
export function setLanguage(next: Language): void {
  language = next;
  setPreference('language', next);
  applyLanguage();
  for (const host of hosts) host.requestUpdate();
}

/** Tells assistive technology and the font matcher which language the page speaks. */
export function applyLanguage(): void {
  document.documentElement.lang = language;
}

/** Gives an element the words of the current language and renders it again when that changes. */
export class LanguageController implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
  }

  get language(): Language {
    return language;
  }

  /** The sentence for a key, with its values. */
  readonly t = (key: MessageKey, values?: MessageValues): string =>
    formatMessage(MESSAGES[key][language], values);

  /** A number with the separators of the language. */
  readonly number = (value: number): string => {
    const format = numberFormats.get(language) ?? new Intl.NumberFormat(language);
    numberFormats.set(language, format);
    return format.format(value);
  };
}
