/** A piece of well-formed XML: elements and escaped text. */
export type Xml = string;

/** Values of attributes; undefined: the attribute is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A part's first line. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML 1.0 cannot hold, not even escaped (section 2.2): controls, lone surrogates, U+FFFE and U+FFFF. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Stands for a character that XML cannot hold. */
const REPLACEMENT = '\ufffd';

/** The characters of a text that XML cannot hold, each once. */
export function unwritableCharacters(text: string): string[] {
  return [...new Set(text.match(UNWRITABLE) ?? [])];
}

/** Text with U+FFFD for every character that XML cannot hold. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, REPLACEMENT);
}

/** Text as the content of an element. */
export function escapeXml(text: string): Xml {
  return writable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** An element with its children in the order given; undefined children are left out. */
export function element(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (Xml | undefined)[]
): Xml {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) open += ` ${key}="${attributeText(value)}"`;
  const inner = children.join('');
  return inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`;
}

function attributeText(value: string | number): string {
  return escapeXml(String(value))
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, ' ');
}
