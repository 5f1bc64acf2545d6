/** Frequent characters that belong to one script only. */
const HANS = new Set(
  '们这个来时为国说会对发经还关过学习实东车长门问间见业开无现权电动进应变质战单严总务农员体认议让话设证课谢华岁师边党报讲众团结领导',
);
const HANT = new Set(
  '們這個來時為國說會對發經還關過學習實東車長門問間見業開無現權電動進應變質戰單嚴總務農員體認議讓話設證課謝華歲師邊黨報講眾團結領導',
);

/**
 * Script of a text by its commonest one-script characters; Simplified where none speaks.
 * Looks at the first 5,000 UTF-16 units.
 */
export function scriptOf(text: string): 'zh-Hans' | 'zh-Hant' {
  let hans = 0;
  let hant = 0;
  const end = Math.min(text.length, 5_000);
  for (let at = 0; at < end; at++) {
    const character = text[at]!;
    if (HANS.has(character)) hans++;
    else if (HANT.has(character)) hant++;
  }
  return hant > hans ? 'zh-Hant' : 'zh-Hans';
}
