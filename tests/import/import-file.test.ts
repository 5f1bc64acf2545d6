import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/import-error.ts';
import { importFile, MAX_FILE_BYTES } from '../../src/import/import-file.ts';
import { IMPORT_ERRORS } from '../../src/import/messages.ts';
import { REPAIR_DIAGNOSTICS } from '../../src/repair/messages.ts';
import { item, list, makeDocx, num, PNG, p, picture, r, table } from './docx-file.ts';

const encode = (text: string) => new TextEncoder().encode(text);
/** Code of the error, or what the file was read as. */
function outcome(bytes: Uint8Array, name = 'a.docx'): string {
  try {
    return importFile(bytes, name).container;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return error.code;
  }
}

const SPEECH = makeDocx({ body: p('讲话') + p('同志们：') });
/** A compound file with a directory entry of that name (MS-CFB 2.6). */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, character] of [...stream].entries()) bytes[1024 + 2 * index] = character.charCodeAt(0);
  return bytes;
}

describe('a file is what its content says', () => {
  it.each([
    ['a Word file', SPEECH, '讲话.docx', 'docx'],
    ['a Word file of another name', SPEECH, '讲话.txt', 'docx'],
    ['a page', encode('<!DOCTYPE html><p>同志们：'), '讲话.html', 'html'],
    ['a page with an XML head', encode('\ufeff<?xml version="1.0"?>\n<!-- x --><html><p>同志们：'), 'a.xhtml', 'html'],
    ['a page that an office system calls .doc', encode('<html><body>同志们：'), '讲话.doc', 'html'],
    ['a piece of HTML', encode('<p>同志们：</p>'), 'a.htm', 'html'],
    ['text that begins with a sign', encode('<p>是一个标签'), 'a.txt', 'text'],
    ['text', encode('同志们：'), 'a.txt', 'text'],
    ['text that is called a page', encode('同志们：1 < 2'), 'a.html', 'text'],
  ])('%s', (_, bytes, name, container) => {
    expect(outcome(bytes, name)).toBe(container);
  }); // biome-ignore format: a table

  it('Markdown by its name, folders left out of it', () => {
    expect(importFile(encode('# 讲话'), '/speeches/讲话.md').source).toEqual({ text: '# 讲话', format: 'markdown', name: '讲话.md' });
    expect(importFile(encode('# 讲话'), 'C:\\讲话.txt').source).toEqual({ text: '# 讲话', format: 'plain', name: '讲话.txt' });
  }); // biome-ignore format: a table

  it('a page’s word on its encoding decides where the bytes leave a doubt', () => {
    const gbk = Uint8Array.from([
      ...encode('<html><meta charset="gb2312"><p>'),
      0xd6,
      0xd0,
      0xb9,
      0xfa,
      0xd0,
      0xac,
    ]);
    expect(importFile(gbk, 'a.html').source.text).toBe('中国鞋\n');
    const page = encode('<html><meta charset="gb2312"><p>其实是 UTF-8 的网页');
    expect(importFile(page, 'a.html').source.text).toBe('其实是 UTF-8 的网页\n');
    expect(importFile(page, 'a.html').decoded?.encoding).toBe('utf-8');
  });
});

describe('what is no speech is named, with what to do', () => {
  const other = (...names: string[]) =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));
  it.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['white space', encode(' \n\t'), 'empty'],
    ['a Word file without a word', makeDocx({ body: p('') + p(' ') }), 'empty'],
    ['a page without a word', encode('<html><body><script>1</script></body></html>'), 'empty'],
    ['an archive called .docx', other('讲话.txt'), 'zip'],
    ['a workbook', other('[Content_Types].xml', 'xl/workbook.xml'), 'spreadsheet'],
    ['a presentation', other('[Content_Types].xml', 'ppt/presentation.xml'), 'presentation'],
    ['OpenDocument', other('mimetype', 'content.xml', 'META-INF/manifest.xml'), 'opendocument'],
    ['an e-book', other('mimetype', 'META-INF/container.xml'), 'epub'],
    ['an empty archive', Uint8Array.from([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]), 'zip'],
    ['a Word file cut in the middle', SPEECH.subarray(0, SPEECH.length >> 1), 'docx-broken'],
    ['a Word file without its last byte', SPEECH.subarray(0, -1), 'docx-broken'],
    ['a Word file of four bytes', SPEECH.subarray(0, 4), 'docx-broken'],
    ['a Word file with a password', compound('EncryptedPackage'), 'docx-encrypted'],
    ['an old Word file', compound('WordDocument'), 'old-doc'],
    ['an old workbook', compound('Workbook'), 'spreadsheet'],
    ['an old presentation', compound('PowerPoint Document'), 'presentation'],
    ['an unknown compound file', compound('Contents'), 'old-doc'],
    ['Word’s own XML', encode('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'), 'old-doc'],
    ['a web archive', encode('MIME-Version: 1.0\nContent-Type: multipart/related'), 'web-archive'],
    ['a PDF', encode('%PDF-1.7\n'), 'pdf'],
    ['rich text', encode('{\\rtf1 a}'), 'rtf'],
    ['a picture', PNG, 'picture'],
    ['control characters', Uint8Array.from({ length: 300 }, (_, index) => index % 9), 'binary'],
    ['bytes that are nothing', Uint8Array.from({ length: 3000 }, (_, index) => (index * index * 31 + 7 * index) % 256), 'binary'],
  ])('%s', (_, bytes, code) => {
    expect(outcome(bytes)).toBe(code);
  }); // biome-ignore format: a table

  it('WPS’s own formats by their name', () => {
    expect(outcome(compound('WordDocument'), '讲话.wps')).toBe('wps');
    expect(outcome(compound('Contents'), '表.et')).toBe('spreadsheet');
    expect(outcome(compound('Contents'), '片.dps')).toBe('presentation');
  });

  it('a file over 50 MB, unread', () => {
    const bytes = new Uint8Array(MAX_FILE_BYTES + 1);
    bytes.set(SPEECH);
    expect(outcome(bytes)).toBe('too-large');
  });

  it('every error and diagnostic has its sentence in three languages', () => {
    for (const wording of [...Object.values(IMPORT_ERRORS), ...Object.values(REPAIR_DIAGNOSTICS)])
      for (const sentence of Object.values(wording)) expect(sentence).toMatch(/[。.]$/);
  });
});

describe('archives made to do harm', () => {
  const zeros = (size: number) => new Uint8Array(size);
  const withPart = (name: string, bytes: Uint8Array) =>
    makeDocx({ body: p('讲话'), more: { [name]: [bytes, { level: 9 }] } });

  it('a part that grows a thousandfold', () => {
    const bomb = withPart('word/media/a.png', zeros(20_000_000));
    expect(bomb.length).toBeLessThan(50_000);
    expect(outcome(bomb)).toBe('zip-bomb');
  });

  it('many parts that grow too large together', () => {
    const noise = Uint8Array.from({ length: 40_000 }, (_, index) => (index * 7919) % 251);
    const part = new Uint8Array(4_000_000);
    for (let at = 0; at < part.length; at += noise.length) part.set(noise, at);
    const more = Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [`word/media/${index}.png`, part]),
    );
    expect(outcome(makeDocx({ body: p('讲话'), more }))).toBe('zip-bomb');
  });

  it('a document without end', () => {
    expect(
      outcome(
        withPart(
          'word/styles.xml',
          new Uint8Array(65 * 1024 * 1024).map((_, index) => 33 + (index % 90)),
        ),
      ),
    ).toBe('zip-bomb');
  });

  it('too many parts', () => {
    const more = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`word/media/${index}`, zeros(0)]),
    );
    expect(outcome(makeDocx({ body: p('讲话'), more }))).toBe('zip-bomb');
  });

  it('what is not read is not inflated', () => {
    expect(outcome(withPart('other/large.bin', zeros(20_000_000)))).toBe('docx');
  });

  it('a size that is a lie', () => {
    const bomb = withPart('word/media/a.png', zeros(20_000_000));
    // The size when inflated, little-endian, wherever the archive states it.
    for (let at = 0; at + 4 <= bomb.length; at++)
      if (bomb[at] === 0x00 && bomb[at + 1] === 0x2d && bomb[at + 2] === 0x31 && bomb[at + 3] === 0x01)
        bomb.set([0x10, 0, 0, 0], at);
    expect(['docx', 'docx-broken']).toContain(outcome(bomb));
  });

  it.each([
    ['entities', '<!DOCTYPE w [<!ENTITY a "甲"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="x"><w:body>&b;</w:body></w:document>'],
    ['an external entity', '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'],
    ['a document type', '<!DOCTYPE w><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>'],
    ['elements 100,000 deep', `<w>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</w>`],
    ['tags that do not match', '<w><a></w>'],
    ['no XML', '同志们'],
    ['nothing', ''],
    ['another root', '<html><body>字</body></html>'],
  ])('a document of %s', (_, xml) => {
    expect(outcome(makeDocx({ body: '', more: { 'word/document.xml': strToU8(xml) } }))).toBe('docx-broken');
  }); // biome-ignore format: a table
});

describe('any bytes: a text or a sentence', () => {
  const whole = makeDocx({
    body:
      p('讲话', '<w:pStyle w:val="1"/>') + item('甲', 1) + table([['一', '二'], ['三', '四']]) + p(picture('a.png')) +
      p(`${r('这是')}${r('重点', '<w:b/>')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
    styles: '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
    numbering: list(0, [['chineseCounting', '%1、']]) + num(1, 0),
    footnotes: `<w:footnote w:id="1">${p('注')}</w:footnote>`,
    media: { 'a.png': PNG },
  }); // biome-ignore format: one document

  it('random', () => {
    const starts = [[], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xfe], [...encode('<html>')]]; // biome-ignore format: one line
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.docx', 'a.txt', 'a.html', 'a.wps'),
        (start, bytes, name) => {
          outcome(Uint8Array.from([...start, ...bytes]), name);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a Word file with bytes changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          outcome(bytes);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('a Word file cut anywhere', () => {
    for (let length = 0; length < whole.length; length++) {
      expect(outcome(whole.subarray(0, length))).not.toBe('docx');
    }
  });

  it('a Word file whose parts have any structure', () => {
    const name = fc.constantFrom(
      ...'w:p w:r w:t w:tbl w:tr w:tc w:pPr w:numPr w:ilvl w:numId w:sdt w:sdtContent w:ins w:del w:hyperlink w:ruby w:rt w:rubyBase w:drawing a:blip w:txbxContent mc:AlternateContent mc:Choice w:fldChar w:instrText w:vMerge w:gridSpan w:tcPr w:footnoteReference w:sym w:br m:oMath w:pict v:textpath'.split(' '),
    );
    const attribute = fc.constantFrom('', ' w:val="1"', ' w:val="-1"', ' w:val="99999999999"', ' w:id="1"', ' r:embed="a.png"', ' w:fldCharType="begin"', ' w:fldCharType="end"', ' w:val="continue"', ' w:char="zz" w:font="Wingdings"');
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('字', '一、', ' '),
        fc.tuple(name, attribute, fc.array(tie('node'), { maxLength: 4 })).map(([tag, more, inner]) => `<${tag}${more}>${inner.join('')}</${tag}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
        outcome(makeDocx({ body: nodes.join(''), numbering: list(0, [['bullet', 'x'], ['decimal', '%1%2%3']]) + num(1, 0), footnotes: `<w:footnote w:id="1">${p('注')}</w:footnote>`, media: { 'a.png': PNG } }));
      }),
      { numRuns: 500 },
    );
  }); // biome-ignore format: one line each
});
