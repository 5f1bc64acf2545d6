import { describe, expect, it } from 'vitest';
import { outermostSections } from '../../src/speech/outermost-sections.ts';
import { modelOutline } from '../../src/speech/outline.ts';
import { parse } from '../../src/speech/parse.ts';
import type { Section, Speech } from '../../src/speech/types.ts';
import { cleanText } from './read-speech.ts';

/** The real speech as reading gives it, its long paragraphs cut short: what counts here is the build. */
const TEXT = `踐行群眾路線 永葆為民宗旨

黨支部書記  楊潤智

同志們：

“江山就是人民，人民就是江山。”人民立場是我們黨的根本政治立場。今天由我就如何用心走好新時代群眾路線，與同志們交流幾點心得體會。

一、永葆為民初心，堅定為民情懷

習近平總書記強調：“群眾在哪兒，我們的領導干部就要到哪兒去。”為人民而生，因人民而興。

一是群眾路線是黨的生命線和根本工作路線。黨和黨員干部的先進性不是體現在高群眾一等上。

二是群眾路線是黨的根本工作路線。黨的性質、宗旨和指導思想，決定了黨能夠認識到群眾是社會歷史的創造者。

二、踐行初心使命，站穩人民立場

站穩人民立場就要始終站在最廣大人民群眾的立場上說話辦事。

(一)一切為了群眾。全心全意為人民服務是我們黨的根本宗旨。

(二)一切依靠群眾。一百多年來，中國共產黨之所以能夠從一個幾十人的小黨，發展成為世界第一大政黨。

(三)從群眾中來，到群眾中去。從群眾中來，就是黨的正確的路線。

三、堅持為民務實，切實擔當作為

堅持群眾思維、群眾底線，就要把群眾的心上事放在心上。

一是走好群眾路線要與深化改革相結合。知屋漏者在宇下，知政失者在草野。

二是走好群眾路線要與保障改善民生相結合。習近平總書記強調，“保障和改善民生是一項長期工作。”

三是走好群眾路線要與思想作風建設相結合。作風關系事業成敗。要加強學習。要通過堅持不懈地學習，強化宗旨意識。要敢于擔當。擔當精神體現著領導干部的黨性和覺悟。

同志們，時代是出卷人，我們是答卷人，人民是閱卷人。奮進新時代，走好新征程，全黨任重道遠。
`;

function sectionsOf(speech: Speech): string[] {
  const walk = (section: Section): string[] => [
    `${section.level} ${section.marker?.text ?? ''}|${section.heading.map((i) => ('text' in i ? i.text : '')).join('')}`,
    ...section.children.flatMap((child) => (child.kind === 'section' ? walk(child) : [])),
  ];
  return outermostSections(speech).flatMap(walk);
}

describe('the real speech', () => {
  const speech = parse(cleanText(TEXT));

  it('has its title block', () => {
    expect(speech.meta).toMatchObject({
      title: { text: '踐行群眾路線 永葆為民宗旨' },
      role: { text: '黨支部書記' },
      speaker: { text: '楊潤智' },
      lang: 'zh-Hant',
    });
    const { start, end } = speech.meta.speaker!.range;
    expect(TEXT.slice(start, end)).toBe('楊潤智');
  });

  it('has three sections with their run-in points', () => {
    expect(sectionsOf(speech)).toEqual([
      '1 一、|永葆為民初心，堅定為民情懷',
      '2 一是|群眾路線是黨的生命線和根本工作路線。',
      '2 二是|群眾路線是黨的根本工作路線。',
      '1 二、|踐行初心使命，站穩人民立場',
      '2 (一)|一切為了群眾。',
      '2 (二)|一切依靠群眾。',
      '2 (三)|從群眾中來，到群眾中去。',
      '1 三、|堅持為民務實，切實擔當作為',
      '2 一是|走好群眾路線要與深化改革相結合。',
      '2 二是|走好群眾路線要與保障改善民生相結合。',
      '2 三是|走好群眾路線要與思想作風建設相結合。',
    ]);
  });

  it('ends with the paragraph that turns to the comrades', () => {
    expect(modelOutline(speech).split('closing\n')[1]).toMatch(/^ {2}closing: 同志們，時代是出卷人/);
  });
});
