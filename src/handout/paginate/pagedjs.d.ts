/** The part of Paged.js 0.4.3 that we use; it comes without types. */
declare module 'pagedjs' {
  export interface Hook {
    // biome-ignore lint/suspicious/noExplicitAny: each hook has its own arguments
    register(task: (...values: any[]) => unknown): void;
    clear(): void;
  }
  export interface Page {
    element: HTMLElement;
    area: HTMLElement;
    wrapper: HTMLElement;
    addListeners(contents: Node): boolean;
  }
  export interface BreakToken {
    node: Node;
    offset: number;
    equals(other: BreakToken | undefined): boolean;
  }
  export interface Layout {
    append(
      node: Node,
      dest: HTMLElement,
      token?: BreakToken | null,
      shallow?: boolean,
      rebuild?: boolean,
    ): Node;
    createBreakToken(overflow: Range, rendered: HTMLElement, source: Node): BreakToken | undefined;
    textBreak(node: Text, start: number, end: number, vStart: number, vEnd: number): number | undefined;
    hyphenateAtBreak(container: Node, letter: string | undefined): void;
    breakAt(node: Node, offset?: number): BreakToken;
    findBreakToken(rendered: HTMLElement, source: Node, bounds?: DOMRect): BreakToken | undefined;
  }
  export class Chunker {
    settings: { maxChars?: number };
    pages: Page[];
    total: number;
    pagesArea: HTMLElement | undefined;
    pageTemplate: HTMLTemplateElement;
    charsPerBreak: number[];
    maxChars: number | undefined;
    hooks: Readonly<Record<'onPageLayout' | 'beforePageLayout' | 'onOverflow', Hook>>;
    setup(renderTo: HTMLElement): void;
    flow(content: Node, renderTo: HTMLElement): Promise<Chunker>;
    layout(content: Node, startAt?: BreakToken): AsyncGenerator<BreakToken | undefined, void>;
    render(content: Node, startAt?: BreakToken): Promise<{ done: boolean; canceled?: boolean }>;
    loadFonts(): Promise<unknown>;
  }
  export class Polisher {
    setup(): void;
    add(...sheets: Record<string, string>[]): Promise<string>;
    destroy(): void;
  }
  export class Previewer {
    chunker: Chunker;
    polisher: Polisher;
    handlers: unknown;
    initializeHandlers(): unknown;
    preview(content: string | Node, sheets: Record<string, string>[], target: Element): Promise<unknown>;
  }
}
