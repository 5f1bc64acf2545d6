/** Encodings a speech may come in; GB18030 holds GBK and GB2312, Big5 holds its Hong Kong supplement. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];
