import { describe, expect, it } from 'vitest';
import { isFormality, isLeaning } from '../../src/deck/plan/stand-alone.ts';

describe('a sentence that leans on the one before it', () => {
  it.each([
    '因此，我们必须警钟长鸣。',
    '但是问题依然不少。',
    '这就是我们的底气。',
    '也有一些企业心存侥幸。',
    '其次，要抓好培训。',
    '例如城东社区。',
    '他把一生献给了水利。',
    '同时，要看到差距。',
    '并把它变为群众的自觉行动。',
  ])('%s', (text) => expect(isLeaning(text)).toBe(true));

  it.each([
    '就业是最大的民生。',
    '其乐融融的家庭靠大家。',
    '他山之石，可以攻玉。',
    '并联审批走得更快。',
    '也许路还很长。',
    '还款期限延长半年。',
    '但愿人长久。',
    '此时此刻，有人在守护。',
    '而立之年要干事。',
  ])('stands: %s', (text) => expect(isLeaning(text)).toBe(false));
});

describe('what is said to the room or about the speech', () => {
  it.each([
    '大家上午好！',
    '很高兴和大家见面。',
    '按照会议安排，由我作工作报告。',
    '今天，我们在这里召开全县安全生产工作会议。',
    '下面，我讲三点意见。',
    '受县政府委托，现在作报告。',
    '主要有以下几个方面：',
    '请大家看大屏幕。',
    '不当之处，请批评指正。',
    '我的汇报完了。',
    '谢谢大家！',
    '在此，我代表学校向大家表示热烈的欢迎。',
  ])('%s', (text) => expect(isFormality(text)).toBe(true));

  it.each([
    '我们县今年要办好十件实事。',
    '安全生产没有局外人。',
    '今天的投入是明天的平安。',
    '要讲道理、讲方法、讲感情。',
    '全县受理线索146条。',
    '各级党委要高度重视。',
  ])('content: %s', (text) => expect(isFormality(text)).toBe(false));
});
