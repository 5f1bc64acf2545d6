/** Pages of Jiangtai by the name of their file without `.html`; `pages`, the laid-out handout, is in files of one page only. */
export type PageName = 'deck' | 'handout' | 'meeting' | 'pack' | 'pages' | 'presenter';

/**
 * The pages that a document of one file carries inside itself, because no files lie beside it (src/single-file/start.ts);
 * as `window.jiangtaiCarried` of each window that shows one of them.
 */
export interface CarriedPages {
  /** Of the file; another file, also of the same speech, has another. Windows of one file find each other by it. */
  readonly id: string;
  /** What the address of a page of its own would say behind the `?`. */
  readonly parameters: string;
  /** Address of a window with the page. */
  address(page: PageName, parameters: string): string;
  /** Document for the `srcdoc` of a frame with the page. */
  source(page: PageName, parameters: string): string;
}

declare global {
  interface Window {
    jiangtaiCarried?: CarriedPages;
  }
}

/** What this page was asked for: its address's parameters. */
export function pageParameters(): URLSearchParams {
  return new URLSearchParams(window.jiangtaiCarried?.parameters ?? location.search);
}

/** Id of the file this page is carried in; empty where pages are files of their own. One tab may show several such files. */
export const carriedId = (): string => window.jiangtaiCarried?.id ?? '';

/** Whether pages are files of their own; the teleprompter is not carried in a file. */
export const hasOwnFiles = (): boolean => window.jiangtaiCarried === undefined;

/** Address of a page of Jiangtai for a window of its own. */
export function pageAddress(page: PageName, parameters: Readonly<Record<string, string>>): string {
  const given = String(new URLSearchParams(parameters));
  return (
    window.jiangtaiCarried?.address(page, given) ??
    new URL(`./${page}.html${given && `?${given}`}`, location.href).href
  );
}

/** Attributes of an iframe with a page of Jiangtai: one of the two is undefined. */
export function frameAttributes(
  page: PageName,
  parameters: Readonly<Record<string, string>> = {},
): { readonly src: string | undefined; readonly srcdoc: string | undefined } {
  const given = String(new URLSearchParams(parameters));
  const srcdoc = window.jiangtaiCarried?.source(page, given);
  return { src: srcdoc === undefined ? `./${page}.html${given && `?${given}`}` : undefined, srcdoc };
}
