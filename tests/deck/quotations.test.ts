import { describe, expect, it } from 'vitest';
import { planContext } from '../../src/deck/plan/context.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import { isSource, quotationItems } from '../../src/deck/plan/quote-slides.ts';
import { shownTexts } from '../../src/deck/plan/shown-texts.ts';
import { shownText } from '../../src/deck/plan/trim-point.ts';
import { paragraphsIn, partsIn, speechFrom } from './planner-input.ts';

describe('the source of a quotation', () => {
  it.each([
    '习近平总书记',
    '毛泽东同志',
    '孔子',
    '古人',
    '《论语》',
    '陶行知',
    '俗话',
    '王明远校长',
    '習近平總書記',
  ])('%s', (text) => expect(isSource(text)).toBe(true));
  it.each(['我常', '有人', '他', '有位同志', '大家', '我问他', '有的老师', '听爷爷'])('not: %s', (text) =>
    expect(isSource(text)).toBe(false),
  );
});

describe('a quotation is one unit', () => {
  it.each([
    ['习近平总书记强调：“江山就是人民。人民就是江山。守的是人民的心。”这句话很重。', 2],
    ['他说：「先把路燈修好。再把水溝清好。」大家都同意。', 2],
    ['（这里要说明一句。不算客气。）办法要实。', 2],
    ['他说：“一定要把事情办好。我记在心里。', 2],
  ])('%s', (text, sentences) => expect(partsIn(text)).toHaveLength(sentences));

  it('with its marks and its source, on one slide', () => {
    const [paragraph] = paragraphsIn(
      '习近平总书记强调：“江山就是人民。人民就是江山。打江山、守江山，守的是人民的心。”',
    );
    const [item] = quotationItems(paragraph!, planContext('normal', '16:9', 220));
    const quote = item?.forms?.[0]?.content.quote;
    expect(quote && shownText(quote.text)).toBe(
      '“江山就是人民。人民就是江山。打江山、守江山，守的是人民的心。”',
    );
    expect(quote?.speaker && shownText(quote.speaker)).toBe('习近平总书记');
  });

  it.each([
    ['too short', '鲁迅说：“好。”我们都记得。'],
    ['without a source, inside a paragraph', '工作要细。有人说：“这件事急不得，要一步一步地来才行。”'],
    ['longer than a slide', `毛泽东同志指出：“${'群众是真正的英雄，要依靠群众。'.repeat(14)}”`],
  ])('has no slide of its own: %s', (_, text) => {
    const context = planContext('normal', '16:9', 220);
    expect(paragraphsIn(text).flatMap((paragraph) => quotationItems(paragraph, context))).toEqual([]);
  });

  it('longer than a slide is not shown in part', () => {
    const long = `毛泽东同志指出：“${'群众是真正的英雄，要依靠群众。'.repeat(14)}”必须牢记这句话的分量。`;
    const { slides } = planDeck(speechFrom(`讲话\n\n同志们：\n\n${long}`));
    expect(slides.flatMap(shownTexts).map(shownText).join()).not.toContain('真正的英雄');
  });
});
