import type { OfficePicture } from '../ooxml/pictures.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import { runProperties } from './properties.ts';
import { relation, type Story } from './story.ts';
import { twips } from './typography.ts';

/** English metric units of a pixel (96 an inch), and of a twip. */
const EMU = { pixel: 9525, twip: 635 } as const;

/** A picture is at most so high that its caption fits beside it on a page, mm. */
const HIGHEST = 150;

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
/** The extension that holds a drawing beside the picture made from it (MS-ODRAWXML 2.5.4, svgBlip). */
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';

interface PictureName {
  readonly src: string;
  readonly alt: string;
}

/** A picture on a line of its own, inside the type area; undefined where it is missing. */
export function figurePicture(name: PictureName, story: Story): Xml | undefined {
  const { measure } = story.document.type;
  return pictureRun(name, story, ({ width, height }) => {
    const scale = Math.min(
      1,
      (measure * EMU.twip) / (width * EMU.pixel),
      (twips(HIGHEST) * EMU.twip) / (height * EMU.pixel),
    );
    return { width: width * scale * EMU.pixel, height: height * scale * EMU.pixel };
  });
}

/** A picture in the line, as high as the letters; where it is missing, an empty frame. */
export function inlinePicture(name: PictureName, story: Story): Xml {
  const high = story.document.type.size * 10 * 1.2 * EMU.twip;
  const picture = pictureRun(name, story, ({ width, height }) => ({
    width: Math.min((width / height) * high, story.document.type.measure * EMU.twip),
    height: high,
  }));
  if (picture) return picture;
  const frame = { val: 'dashed', sz: 4, space: 0, color: '888888' };
  return element(
    'w:r',
    {},
    runProperties({ rStyle: 'Label', bdr: frame }),
    element('w:t', { 'xml:space': 'preserve' }, '\u3000'),
  );
}

/** Draws an empty frame of 40 mm height in the place of a missing picture: properties of its paragraph. */
export function missingFigure({ document }: Story) {
  const width = twips(60);
  const side = Math.round((document.type.measure - width) / 2);
  const border = (name: string) =>
    element(`w:${name}`, { 'w:val': 'dashed', 'w:sz': 6, 'w:space': 0, 'w:color': '888888' });
  return {
    pStyle: 'Figure',
    pBdr: { xml: ['top', 'left', 'bottom', 'right'].map(border).join('') },
    spacing: { line: twips(40), lineRule: 'exact' },
    ind: { left: side, right: side },
  } as const;
}

function pictureRun(
  { src, alt }: PictureName,
  { document, part }: Story,
  sizeOf: (picture: OfficePicture) => { width: number; height: number },
): Xml | undefined {
  const picture = document.pictures.get(src);
  if (picture === undefined || !(picture.width > 0) || !(picture.height > 0)) {
    document.missing.add(src);
    return undefined;
  }
  const { office, counts } = document;
  const embed = (bytes: Uint8Array, type: Parameters<typeof office.addPicture>[2]) =>
    office.relate(part, relation('image'), office.addPicture('word', bytes, type));
  const size = sizeOf(picture);
  const extent = { cx: Math.max(1, Math.round(size.width)), cy: Math.max(1, Math.round(size.height)) };
  counts.drawings++;
  const identity = { id: counts.drawings, name: `Picture ${counts.drawings}`, descr: alt };
  const main = embed(picture.bytes, picture.type);
  const drawing = picture.drawing && embed(picture.drawing, 'image/svg+xml');
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        element('wp:extent', extent),
        element('wp:docPr', identity),
        element(
          'a:graphic',
          { 'xmlns:a': `${DRAWING}/main` },
          element('a:graphicData', { uri: `${DRAWING}/picture` }, picXml(identity, extent, main, drawing)),
        ),
      ),
    ),
  );
}

function picXml(
  identity: { readonly id: number; readonly name: string; readonly descr: string },
  extent: { readonly cx: number; readonly cy: number },
  main: string,
  drawing: string | undefined,
): Xml {
  const svg =
    drawing &&
    element(
      'a:extLst',
      {},
      element(
        'a:ext',
        { uri: SVG_EXTENSION },
        element('asvg:svgBlip', {
          'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
          'r:embed': drawing,
        }),
      ),
    );
  return element(
    'pic:pic',
    { 'xmlns:pic': `${DRAWING}/picture` },
    element('pic:nvPicPr', {}, element('pic:cNvPr', identity), element('pic:cNvPicPr')),
    element(
      'pic:blipFill',
      {},
      element('a:blip', { 'r:embed': main }, svg),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', extent)),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
  );
}
