import { expect, it } from 'vitest';
import { MEETING_BLOCKS, spokenLines } from '../../../src/export/meeting/meeting-data.ts';
import { bareText } from '../../../src/text/bare-text.ts';
import { programs, writtenMeeting } from './written-meeting.ts';

/** What could end a block early, or stand for something else where it is put in. */
const HOSTILE = '</script><script>alert(1)</script><!-- $& $1 \u2028\u2029 𠮷 &lt; "';
const SOURCE = `# 在大会上的讲话\n\n同志们：\n\n我们${HOSTILE}要把工作做好。\n\n谢谢大家！\n`;
const SPEECH = { text: SOURCE, format: 'plain', name: '讲话.txt' } as const;

/** The blocks as a browser's parser finds them: up to the next end tag, whatever it stands in. */
function blocks(html: string): Map<string, string> {
  return new Map(
    [...html.matchAll(/<script(?: type="[^"]*")? id="([^"]*)">(.*?)<\/script/gis)].map(
      ([, id = '', text = '']) => [id, text],
    ),
  );
}

it('a hostile text ends no block and comes out as it went in', async () => {
  const { html } = await writtenMeeting(SPEECH);
  const found = blocks(html);
  expect(JSON.parse(found.get(MEETING_BLOCKS.speech)!).source.text).toBe(SOURCE);
  // One block for each, and the program that starts, no other.
  expect(html.match(/<script/gi)).toHaveLength(found.size);
  expect([...found.keys()].at(-1)).toBe('jiangtai-start');
  expect(html).not.toContain('<!-- ');
});

it('only the programs it was written with may run, and nothing may be asked for', async () => {
  const { html } = await writtenMeeting(SPEECH);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  const scripts = /script-src ([^;]*)/.exec(policy)![1]!.split(' ');
  expect(scripts).toEqual(Object.values(programs).map(({ hash }) => `'${hash}'`));
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/connect-src|https?:|\*|unsafe-eval|'self'/);
});

it('without scripts the file still shows the whole speech', async () => {
  const { html, deck } = await writtenMeeting(SPEECH);
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
