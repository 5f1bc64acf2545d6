import { expect } from 'vitest';
import { parseXml, type XmlElement } from '../../../src/import/docx/xml.ts';
import { readZip } from '../../../src/import/zip.ts';

const FIRST_LOCAL_HEADER = 30;

/** What makes office programs offer a repair, though every part is valid (docs/spec/office-files.md A7, D). */
export function checkPackage(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const { files } = readZip(bytes, () => true);
  const names = [...files.keys()];
  expect(names[0]).toBe('[Content_Types].xml');
  expect(names.filter((name) => name.endsWith('/'))).toEqual([]);
  expect(names.filter((name) => !/^[\x21-\x7e]+$/.test(name))).toEqual([]);
  expect(methodsIn(bytes)).toEqual(new Set([8]));
  const types = children(parseXml(files.get(names[0]!)!));
  const overrides = types.flatMap(({ name, attributes }) =>
    name === 'Override' ? [attributes.PartName!.slice(1)] : [],
  );
  const defaults = types.flatMap(({ name, attributes }) =>
    name === 'Default' ? [attributes.Extension!] : [],
  );
  expect(overrides.filter((name) => !files.has(name))).toEqual([]);
  const plain = names.filter((name) => !overrides.includes(name) && name !== '[Content_Types].xml');
  const extensions = new Set(plain.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  expect(plain.filter((name) => !defaults.includes(name.slice(name.lastIndexOf('.') + 1)))).toEqual([]);
  expect(defaults.filter((extension) => extension !== 'xml' && !extensions.has(extension))).toEqual([]);
  const targets = names
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => targetsOf(name, files.get(name)!));
  expect(targets.filter((name) => !files.has(name))).toEqual([]);
  const parts = names.filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
  expect(parts.filter((name) => !targets.includes(name))).toEqual([]);
  return files;
}

function targetsOf(rels: string, bytes: Uint8Array): string[] {
  const folder = rels.slice(0, rels.indexOf('_rels/'));
  return children(parseXml(bytes))
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => new URL(attributes.Target!, `file:///${folder}`).pathname.slice(1));
}

function children(root: XmlElement): XmlElement[] {
  return root.children.filter((one) => typeof one === 'object');
}

/** Compression methods of all entries, from their local headers. */
function methodsIn(bytes: Uint8Array): Set<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const methods = new Set<number>();
  for (let at = 0; at + FIRST_LOCAL_HEADER < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) methods.add(view.getUint16(at + 10, true));
  return methods;
}
