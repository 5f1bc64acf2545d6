/** Sample speeches and their pictures, by name: `speeches/` is also where people keep speeches of their own, which must never be published. */
export const SAMPLE_FILES = [
  'anquan-shengchan-gongzuo-huiyi.txt',
  'jianxing-qunzhong-luxian.txt',
  'kaixue-dianli.md',
  'kaixue-dianli.svg',
  'lizhang-shequ-dahui.txt',
] as const;
