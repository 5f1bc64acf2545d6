#!/usr/bin/env node
// `npm start`: the app on the speeches folder, on this machine only.
import { stripVTControlCharacters } from 'node:util';
import { loadProgram } from './built-program.mjs';

/** The one sentence that is needed before the program with all others is there. */
const NOT_BUILT = {
  hans: '讲台没有启动：程序生成失败。请先运行 npm install。原因：',
  hant: '講臺沒有啟動：程式產生失敗。請先執行 npm install。原因：',
  en: 'Jiangtai did not start: the program could not be built. Run npm install first. Reason: ',
};

const loaded = await loadProgram('server', 'src/server/start.ts').catch((error) => {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  const language = /^zh.(tw|hk|mo|hant)/i.test(locale)
    ? 'hant'
    : /^(zh|C\b|POSIX|$)/i.test(locale)
      ? 'hans'
      : 'en';
  const [heading = '', next = ''] = stripVTControlCharacters(error.message).split(/\n+/);
  process.stderr.write(`${NOT_BUILT[language]}${heading.endsWith(':') ? `${heading} ${next}` : heading}\n`);
  process.exitCode = 2;
});
if (loaded) process.exitCode = await loaded.program.start(process.argv.slice(2), loaded.failure);
