import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { main } from '../../src/cli/main.ts';
import { withPictureFolder } from '../../src/export/browser/picture-folder.ts';
import { makeDocx, PNG, p, picture, r } from '../import/docx-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-containers-'));
  const body =
    p('在全县大会上的讲话') + p('同志们：') + p(`${r('这是')}${r('重点', '<w:b/>')}${r('。')}`) + p(picture('a.png', '会场')) + p(picture('b')); // biome-ignore format: one line
  await writeFile(join(folder, '讲话.docx'), makeDocx({ body, media: { 'a.png': PNG } }));
  await writeFile(
    join(folder, '讲话.html'),
    `<html><body><p>讲话</p><p>同志们：</p><p>今天<b>开会</b>。</p><img src="beside.png"><img src="data:image/png;base64,${Buffer.from(PNG).toString('base64')}"></body></html>`,
  );
  await writeFile(join(folder, 'beside.png'), PNG);
  await writeFile(
    join(folder, '旧.doc'),
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]) {
  const result = { code: 0, out: '', error: '' };
  result.code = await main(argv, {
    env: { LANG: 'zh_CN.UTF-8' },
    folder,
    out: (text) => {
      result.out += text;
    },
    error: (text) => {
      result.error += text;
    },
  });
  return result;
}

describe('the command line reads', () => {
  it('.docx', async () => {
    expect((await run('text', '讲话.docx')).out).toBe(
      '在全县大会上的讲话\n\n同志们：\n\n这是**重点**。\n\n![会场](讲话-1.png)\n',
    );
    const check = await run('check', '讲话.docx');
    expect(check.out).toMatch(/讲话\.docx 第 4 段“!\[会场\]\(讲话-1…” {2}! 这里的图片在文件里找不到/);
    expect(check.code).toBe(0);
    expect(JSON.parse((await run('model', '讲话.docx')).out).meta.title.text).toBe('在全县大会上的讲话');
  });

  it('.html', async () => {
    expect((await run('text', '讲话.html')).out).toBe(
      '讲话\n\n同志们：\n\n今天**开会**。\n\n![](beside.png)\n\n![](讲话-1.png)\n',
    );
  });

  it('names what it leaves out, takes it back when asked, lists all when asked', async () => {
    const links = Array.from(
      { length: 8 },
      (_, index) => `<li><a href="${index}">别的新闻第${index}条</a></li>`,
    );
    const buttons = Array.from({ length: 7 }, (_, index) => `<button>按钮${index}</button>`);
    await writeFile(
      join(folder, '网页.html'),
      `<html><head><title>致辞</title></head><body><ul>${links.join('')}</ul><h1>致辞</h1><p>同志们：</p><p>今天召开年会，总结一年来的工作，部署明年的任务。</p>${buttons.map((one) => `<p>句子。${one}</p>`).join('')}</body></html>`,
    );
    const short = await run('check', '网页.html');
    expect(short.out).toContain(
      '网页的导航和链接（navigation）× 1\n    网页.html 正文之前  “别的新闻第0条 ↵ 别的新闻第1条',
    );
    expect(short.out).toContain('按钮和表单（control）× 7');
    expect(short.out).toContain('……还有 2 处；--all 全部列出');
    const all = await run('check', '--all', '网页.html');
    expect(all.out).toContain('网页.html 第 10 段“句子。”  “按钮6”');
    expect(all.out).not.toContain('--all');
    const text = await run('text', '--keep', 'control,navigation', '网页.html');
    expect(text.out).toMatch(/^别的新闻第0条\n[\s\S]*致辞\n同志们：\n[\s\S]*句子。按钮6\n$/);
    expect((await run('check', '--keep', 'control,navigation', '网页.html')).out).not.toContain('navigation');
  });

  it('and says what to do with an old .doc', async () => {
    const { code, error, out } = await run('text', '旧.doc');
    expect([code, out, error]).toEqual([2, '', '这是旧格式的 Word 文件（.doc）；请用 Word 或 WPS 打开，另存为 .docx。\n']);
  }); // biome-ignore format: one line
});

describe('pictures of a container', () => {
  it.each([
    ['讲话.docx', ['讲话-1.png']],
    ['讲话.html', ['beside.png', '讲话-1.png']],
  ])('stand beside the speech for the run: %s', async (name, names) => {
    let used = '';
    await withPictureFolder(await loadSpeech(join(folder, name)), async (path) => {
      used = dirname(path);
      expect((await readdir(used)).sort()).toEqual([...names].sort());
      expect(new Uint8Array(await readFile(join(used, '讲话-1.png')))).toEqual(PNG);
    });
    await expect(stat(used)).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).not.toContain('讲话-1.png');
  });

  it('are gone after a failure too', async () => {
    let used = '';
    const speech = await loadSpeech(join(folder, '讲话.docx'));
    const failing = withPictureFolder(speech, async (path) => {
      used = dirname(path);
      throw new Error('printing failed');
    });
    await expect(failing).rejects.toThrow('printing failed');
    await expect(stat(used)).rejects.toThrow('ENOENT');
  });
});
