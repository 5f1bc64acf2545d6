import { elements, parseXml } from './xml.ts';

export interface Relationship {
  /** Last word of the type's address: styles, image, hyperlink. */
  readonly type: string;
  /** Path in the archive, or an address when external. */
  readonly target: string;
  readonly external: boolean;
}
export type Relationships = ReadonlyMap<string, Relationship>;
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

/** Relationships of a part (ECMA-376 Part 2, 6.5): word/document.xml has its in word/_rels/document.xml.rels. */
export function relationshipsOf(files: ArchiveFiles, part: string): Relationships {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const bytes = files.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, Relationship>();
  if (bytes === undefined) return found;
  for (const { attributes } of elements(parseXml(bytes))) {
    const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (id === undefined) continue;
    const external = mode === 'External';
    found.set(id, {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolvePath(folder, target),
      external,
    });
  }
  return found;
}

/** Path of the first part of that type. */
export function partNamed(relationships: Relationships, kind: string): string | undefined {
  for (const { type, target } of relationships.values()) if (type === kind) return target;
  return undefined;
}

function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
