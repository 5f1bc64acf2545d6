import { strToU8, type Zippable, zipSync } from 'fflate';
import { element, XML_DECLARATION, type Xml } from './xml.ts';

const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** The package itself, as the source of relationships. */
export const PACKAGE = '';

/** Media types of pictures, by extension: what an office program of 2010 shows, and the drawing behind a picture. */
const PICTURE_EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
} as const;
export type PackedPictureType = keyof typeof PICTURE_EXTENSIONS;

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/**
 * An Office file in the making (ECMA-376 Part 2, Open Packaging Conventions): parts, their media types, and who refers
 * to whom. Part names have no leading slash: `word/document.xml`.
 */
export class OfficePackage {
  readonly #parts = new Map<string, { readonly type: string; readonly bytes: Uint8Array }>();
  readonly #defaults = new Map([
    ['rels', RELATIONSHIPS_TYPE],
    ['xml', 'application/xml'],
  ]);
  readonly #relationships = new Map<string, Relationship[]>();
  readonly #pictures = new Map<Uint8Array, string>();

  /** Adds a part of XML. */
  add(name: string, contentType: string, root: Xml): void {
    this.#parts.set(name, { type: contentType, bytes: strToU8(XML_DECLARATION + root) });
  }

  /**
   * Adds a picture, the same bytes once.
   *
   * @param folder of the document's parts: `word`
   * @returns name of its part
   */
  addPicture(folder: string, bytes: Uint8Array, type: PackedPictureType): string {
    const known = this.#pictures.get(bytes);
    if (known !== undefined) return known;
    const extension = PICTURE_EXTENSIONS[type];
    const name = `${folder}/media/image${this.#pictures.size + 1}.${extension}`;
    this.#pictures.set(bytes, name);
    this.#defaults.set(extension, type);
    this.#parts.set(name, { type, bytes });
    return name;
  }

  /**
   * Relates a part to another one, or to an address outside; the same target once.
   *
   * @param source part, or {@link PACKAGE}
   * @param type URI of the relationship's type
   * @returns the relationship's id: `rId1`
   */
  relate(source: string, type: string, target: string, external = false): string {
    const all = this.#relationships.get(source) ?? [];
    this.#relationships.set(source, all);
    const known = all.find((one) => one.type === type && one.target === target);
    if (known) return known.id;
    const id = `rId${all.length + 1}`;
    all.push({ id, type, target, external });
    return id;
  }

  /**
   * The file: content types first, every entry deflated (Office refuses stored ones), a fixed date, so that the same
   * content gives the same bytes.
   */
  toBytes(): Uint8Array<ArrayBuffer> {
    const files: Record<string, Uint8Array> = { '[Content_Types].xml': this.#contentTypes() };
    for (const [source, all] of this.#relationships)
      files[relationshipsPart(source)] = relationshipsXml(source, all);
    for (const [name, { bytes }] of this.#parts) files[name] = bytes;
    // The zip format holds local time; a date made of local parts is the same in every time zone.
    const options = { level: 6, mtime: new Date(2000, 0, 1), os: 3 } as const;
    const entries: Zippable = {};
    for (const [name, bytes] of Object.entries(files)) entries[name] = [bytes, options];
    return zipSync(entries);
  }

  #contentTypes(): Uint8Array {
    const defaults = [...this.#defaults].map(([extension, type]) =>
      element('Default', { Extension: extension, ContentType: type }),
    );
    const overrides = [...this.#parts]
      .filter(([name, { type }]) => this.#defaults.get(name.slice(name.lastIndexOf('.') + 1)) !== type)
      .map(([name, { type }]) => element('Override', { PartName: `/${name}`, ContentType: type }));
    return strToU8(XML_DECLARATION + element('Types', { xmlns: CONTENT_TYPES }, ...defaults, ...overrides));
  }
}

/** `word/document.xml` → `word/_rels/document.xml.rels`. */
function relationshipsPart(source: string): string {
  const cut = source.lastIndexOf('/') + 1;
  return `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`;
}

function relationshipsXml(source: string, all: readonly Relationship[]): Uint8Array {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const rows = all.map(({ id, type, target, external }) =>
    element('Relationship', {
      Id: id,
      Type: type,
      Target: external ? target : relativePath(folder, target),
      TargetMode: external ? 'External' : undefined,
    }),
  );
  return strToU8(XML_DECLARATION + element('Relationships', { xmlns: RELATIONSHIPS }, ...rows));
}

/** A part's name as seen from a folder: `ppt/slides/` to `ppt/media/image1.png` is `../media/image1.png`. */
function relativePath(folder: string, target: string): string {
  const from = folder.split('/').slice(0, -1);
  const to = target.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
