import { type OfficePackage, PACKAGE } from './package.ts';
import { element, escapeXml, type Xml } from './xml.ts';

/** What an office program shows as a file's properties. */
export interface DocumentProperties {
  readonly title: string;
  /** Who speaks; absent where the text does not say. */
  readonly author?: string;
  /** BCP 47. */
  readonly language: string;
  /** Absent: the file says nothing of when it was made, and the same content gives the same bytes. */
  readonly created?: Date;
}

const RELATION = 'http://schemas.openxmlformats.org';

/** Adds the parts docProps/core.xml and docProps/app.xml. */
export function addProperties(
  office: OfficePackage,
  { title, author, language, created }: DocumentProperties,
): void {
  const core = 'docProps/core.xml';
  const time = created?.toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string): Xml | undefined =>
    time && element(name, { 'xsi:type': 'dcterms:W3CDTF' }, time);
  office.add(
    core,
    'application/vnd.openxmlformats-package.core-properties+xml',
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${RELATION}/package/2006/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escapeXml(title)),
      author === undefined ? undefined : element('dc:creator', {}, escapeXml(author)),
      element('dc:language', {}, language),
      stamp('dcterms:created'),
      stamp('dcterms:modified'),
    ),
  );
  office.relate(PACKAGE, `${RELATION}/package/2006/relationships/metadata/core-properties`, core);
  const app = 'docProps/app.xml';
  office.add(
    app,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    element(
      'Properties',
      { xmlns: `${RELATION}/officeDocument/2006/extended-properties` },
      element('Application', {}, 'Jiangtai'),
    ),
  );
  office.relate(PACKAGE, `${RELATION}/officeDocument/2006/relationships/extended-properties`, app);
}
