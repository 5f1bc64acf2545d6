/** One program with the markup and the styles it works on. */
export interface CarriedProgram {
  readonly body: string;
  readonly style: string;
  readonly script: string;
}

/** A font of the file. */
export interface CarriedFace {
  readonly family: string;
  /** CSS `font-weight` of the rule. */
  readonly weight: string;
  /** CSS `unicode-range`; empty: all characters of the font. */
  readonly range: string;
  /** Pages that have it. */
  readonly pages: readonly string[];
  readonly bytes: ArrayBuffer;
}

/** What a document of one file carries. */
export interface FileContents {
  /** Text of the first script. */
  readonly start: string;
  /** Programs of each page, in the order in which they run. */
  readonly pages: Readonly<Record<string, readonly CarriedProgram[]>>;
  /** Faces of a page. */
  faces(page: string): readonly CarriedFace[];
  /** Further blocks of text by their id. */
  text(id: string): string | undefined;
}

/** Ids of the blocks; `-body`, `-style`, `-script` follow the name of a program. */
export const BLOCK_IDS = {
  start: 'jiangtai-start',
  pages: 'jiangtai-pages',
  faces: 'jiangtai-faces',
} as const;
export const programBlock = (name: string, part: keyof CarriedProgram) => `jiangtai-${name}-${part}`;

/** A face as it stands in the file: several families may draw from one font. */
export interface WrittenFaces {
  /** Fonts, base64. */
  readonly fonts: readonly string[];
  readonly rules: readonly {
    readonly family: string;
    readonly weight: string;
    readonly range: string;
    readonly pages: readonly string[];
    readonly font: number;
  }[];
}

/** Reads what stands in the blocks of a document. */
export function readContents(document: Document): FileContents {
  // Now: the page that is shown takes the place of the body.
  const blocks = new Map(
    [...document.querySelectorAll('script[id]')].map(({ id, textContent }) => [id, textContent ?? '']),
  );
  const json = <T>(id: string) => JSON.parse(blocks.get(id) ?? 'null') as T;
  const names = json<Readonly<Record<string, readonly string[]>>>(BLOCK_IDS.pages);
  const program = (name: string): CarriedProgram => {
    const block = (part: keyof CarriedProgram) => programBlock(name, part);
    return {
      body: json(block('body')),
      style: json(block('style')),
      script: blocks.get(block('script')) ?? '',
    };
  };
  const { fonts, rules } = json<WrittenFaces>(BLOCK_IDS.faces);
  const decoded = new Map<number, ArrayBuffer>();
  const font = (index: number) => {
    const bytes = decoded.get(index) ?? bytesOf(fonts[index]!);
    decoded.set(index, bytes);
    return bytes;
  };
  return {
    start: blocks.get(BLOCK_IDS.start) ?? '',
    pages: Object.fromEntries(Object.entries(names).map(([page, programs]) => [page, programs.map(program)])),
    faces: (page) =>
      rules.filter(({ pages }) => pages.includes(page)).map((rule) => ({ ...rule, bytes: font(rule.font) })),
    text: (id) => blocks.get(id),
  };
}

/** A loop: to go through the text as a list takes several times as long. */
function bytesOf(base64: string): ArrayBuffer {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes.buffer;
}
