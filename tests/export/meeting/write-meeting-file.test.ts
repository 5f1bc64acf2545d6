import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { MEETING_BLOCKS, spokenLines } from '../../../src/export/meeting/meeting-data.ts';
import {
  type BuiltProgram,
  type ProgramName,
  writeMeetingFile,
} from '../../../src/export/meeting/write-meeting-file.ts';
import { bareText } from '../../../src/text/bare-text.ts';

/** What could end a block early, or stand for something else where it is put in. */
const HOSTILE = '</script><script>alert(1)</script><!-- $& $1 \u2028\u2029 𠮷 &lt; "';
const SOURCE = `# 在大会上的讲话\n\n同志们：\n\n我们${HOSTILE}要把工作做好。\n\n谢谢大家！\n`;

const program = (script: string): BuiltProgram => ({
  body: '<div class="</script>"></div>',
  style: 'a { color: red }',
  script,
  hash: `sha256-${createHash('sha256').update(script).digest('base64')}`,
});
const programs: Record<ProgramName, BuiltProgram> = {
  start: program('start()'),
  deck: program('deck()'),
  presenter: program('presenter()'),
  bar: program('bar()'),
  pages: program('pages()'),
};

async function written(text: string) {
  const { deck, handout } = await compile({ text, format: 'plain', name: '讲话.txt' });
  const html = writeMeetingFile({
    programs,
    licences: 'MIT </script>',
    faces: { fonts: [], rules: [] },
    speech: { version: 1, source: { text, format: 'plain', name: '讲话.txt' } },
    show: { id: '1-2-3-4', language: 'zh-Hans', deck, fragments: false },
    handout: { style: '', html: '', title: handout.title, width: 210, booklet: false },
    pictures: {},
  });
  return { html, deck };
}

/** The blocks as a browser's parser finds them: up to the next end tag, whatever it stands in. */
function blocks(html: string): Map<string, string> {
  return new Map(
    [...html.matchAll(/<script(?: type="[^"]*")? id="([^"]*)">(.*?)<\/script/gis)].map(
      ([, id = '', text = '']) => [id, text],
    ),
  );
}

it('a hostile text ends no block and comes out as it went in', async () => {
  const { html } = await written(SOURCE);
  const found = blocks(html);
  expect(JSON.parse(found.get(MEETING_BLOCKS.speech)!).source.text).toBe(SOURCE);
  // One block for each, and the program that starts, no other.
  expect(html.match(/<script/gi)).toHaveLength(found.size);
  expect([...found.keys()].at(-1)).toBe('jiangtai-start');
  expect(html).not.toContain('<!-- ');
});

it('only the programs it was written with may run, and nothing may be asked for', async () => {
  const { html } = await written(SOURCE);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  const scripts = /script-src ([^;]*)/.exec(policy)![1]!.split(' ');
  expect(scripts).toEqual(Object.values(programs).map(({ hash }) => `'${hash}'`));
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/connect-src|https?:|\*|unsafe-eval|'self'/);
});

it('without scripts the file still shows the whole speech', async () => {
  const { html, deck } = await written(SOURCE);
  const shown = /<noscript>(.*)<\/noscript>/s.exec(html)![1]!;
  const text = shown
    .replace(/^\s*<p>.*?<\/p>/s, '')
    .replace(/<\/?p>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  expect(bareText(text)).toBe(bareText(spokenLines(deck).join('')));
});
