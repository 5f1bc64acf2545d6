import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../src/import/import-error.ts';
import { importFile } from '../../../src/import/import-file.ts';
import type { SourceText } from '../../../src/text/source.ts';
import { SPEECH_NAMES, SPEECHES } from '../../speeches.ts';
import { writtenMeeting } from './written-meeting.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (html: string) => importFile(bytes(html), '会议文件.html');

/** The bytes of a picture need not be one to travel. */
const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';
const HOSTILE =
  '---\ntitle: </script>\n---\n\n# 讲话 $& $1\n\n<!-- 不念 -->同志们：\u2028“一、\ud800二” 𠮷 \\u003c\r &amp;\n\n![图](tu%20pian.png)\n';

describe('a meeting file is read as what it was made from, ten times over', () => {
  const texts: [string, SourceText][] = SPEECH_NAMES.map((name) => [
    name,
    importFile(readFileSync(join(SPEECHES, name)), name).source,
  ]);
  texts.push(['a hostile text', { text: HOSTILE, format: 'markdown', name: '一/二.md' }]);
  texts.push([
    'a Word file',
    { text: '同志们：\n\n大家好。\n', format: 'plain', name: '稿.docx', origin: 'docx' },
  ]);

  it.each(texts)('%s', async (_name, source) => {
    const choices = { disabled: ['spaces'], undone: ['["spaces",12,14,"  "]'] };
    let { html } = await writtenMeeting(source, { 'tu%20pian.png': PICTURE }, choices);
    const first = html;
    for (let round = 0; round < 10; round++) {
      const again = read(html);
      expect(again.source).toEqual(source);
      expect(again.choices).toEqual(choices);
      expect(again.diagnostics).toEqual([]);
      expect(again.pictures.map(({ name, type }) => [name, type])).toEqual([['tu pian.png', 'image/png']]);
      ({ html } = await writtenMeeting(again.source, { 'tu%20pian.png': PICTURE }, again.choices));
    }
    expect(html).toBe(first);
  });
});

describe('a file that another program has saved', () => {
  const SOURCE: SourceText = { text: '同志们：\n\n大家好。\n', format: 'plain', name: '稿.txt' };

  it('is read with a warning where its text was changed', async () => {
    const { html } = await writtenMeeting(SOURCE);
    const again = read(html.replaceAll('大家好', '大家早'));
    expect(again.source.text).toBe('同志们：\n\n大家早。\n');
    expect(again.diagnostics.map(({ code }) => code)).toEqual(['meeting-changed']);
  });

  it('is read where only the writing of its tags was changed', async () => {
    const { html } = await writtenMeeting(SOURCE);
    const other = html
      .replace(/<script type="([^"]*)" id="([^"]*)">/g, "<SCRIPT id='$2' type='$1'>")
      .replaceAll('</script>', '</SCRIPT>');
    expect(read(other).source).toEqual(SOURCE);
  });

  it('is refused where the text is gone: what is left is slides, not the speech', async () => {
    const { html } = await writtenMeeting(SOURCE);
    const shown = html.replace(/<body>.*<\/body>/s, '<body><section>大家好</section></body>');
    expect(() => read(shown)).toThrow(new ImportError('meeting-file'));
    const cut = html.replace('"checksum"', '"checksum');
    expect(() => read(cut)).toThrow(new ImportError('meeting-file'));
  });

  it('is refused where a later Jiangtai wrote it', async () => {
    const { html } = await writtenMeeting(SOURCE);
    expect(() => read(html.replace('{"version":1,', '{"version":2,'))).toThrow(
      new ImportError('meeting-newer'),
    );
  });

  it('gives no picture a place outside the folder of the speech', async () => {
    const names = ['../a.png', '/etc/a.png', 'C:\\a.png', 'a/../../b.png', '%2e%2e/c.png', 'in/d.png'];
    const pictures = Object.fromEntries(names.map((name) => [name, PICTURE]));
    const { html } = await writtenMeeting(SOURCE, { ...pictures, 'e.png': 'https://example.org/e.png' });
    expect(read(html).pictures.map(({ name }) => name)).toEqual(['in/d.png']);
  });
});

it('any other page is read as a page', () => {
  const page = read('<!doctype html><html><body><p>同志们：</p><p>大家好。</p></body></html>');
  expect(page.container).toBe('html');
});
