/**
 * What keeps a sentence off the slides (docs/slides.md): it leans on the sentence before it, or it speaks to the room
 * or about the speech instead of its subject. All rules read `matchingText`: they are written in Simplified
 * characters.
 */

/**
 * Beginnings that point back. A word that only begins with the same character follows in `(?!…)`: 就业 is no 就.
 */
const LEANING = new RegExp(
  `^(?:${[
    '因为|因此|因而|所以|正因|正是因|由此|为此|据此|对此|于是|从而|结果(?!导)',
    '但(?!愿|凡)|可是|不过|然而|反之|相反|否则|不然|当然',
    '而(?!立)|也(?!门|许)|又(?!好又|快又)|还(?!款|贷|清|原|书)|则|就(?!业|医|学|近|地|餐|职|任|读|诊|座|寝)|并(?!购|联|网|蒂|肩)|都是',
    '同时|此外|另外|况且|再说|其次|再次|再就是|再有|再者|接着|然后|随后',
    '例如|比如|譬如|又如|比方|也就是|换句话|总的',
    '这(?!么|里)|那(?!么|里|达)|其(?!乐|实|貌)|此(?!地|时此)|他(?!山|人|乡|国)|她|它|前者|后者|以上|上述',
  ].join('|')})`,
  'u',
);

/** True if the sentence says little without the one before it. @param text as {@link matchingText} */
export function isLeaning(text: string): boolean {
  return LEANING.test(text.trimStart());
}

/** Greetings, thanks, and words about the speech itself; a new one is one line. */
const FORMALITIES: readonly RegExp[] = [
  // Greetings, and feelings of the day.
  /^(?:大家|各位|同志们|老师们|同学们|朋友们)?(?:早上|上午|中午|下午|晚上|新年)?(?:好|早安|午安|晚安)[！!。]?$/u,
  /(?:很|非常|十分|倍感|感到|无比)(?:高兴|荣幸)/u,
  /^(?:在此|今天)?[，,]?(?:首先)?[，,]?(?:请允许我|我谨?(?:代表|仅代表)|谨代表|受.{0,16}委托)/u,
  /^(?:值此|金秋|春回大地|岁末年初)/u,
  /欢迎(?:大家|各位|您|你们|来到|光临)/u,
  /表示(?:热烈|诚挚|衷心|亲切|崇高)[^，。]{0,10}(?:欢迎|祝贺|感谢|慰问|问候|敬意)/u,
  /(?:道|说)一声(?:辛苦|谢谢|欢迎)|致以[^，。]{0,16}(?:问候|祝愿|敬意|祝福|感谢)/u,
  /^(?:最后[，,]?)?(?:再次)?(?:感谢|谢谢)(?:大家|各位|你们|您|聆听|同志)/u,
  // The order of the day.
  /^(?:按照|根据).{0,20}(?:安排|要求|部署|通知).{0,10}[，,].{0,12}(?:今天|由我|我)/u,
  /^(?:今天|这次|本次)[^。]{0,30}(?:召开|相聚|欢聚|齐聚|汇聚|聚集|聚在)/u,
  /^(?:这次|本次|今天的?|此次)(?:会议|大会|全会|座谈会|活动)/u,
  /^(?:刚才|方才)/u,
  // What will be said, and how much of it.
  /^(?:今天)?(?:讲|说|谈)(?:什么|些什么)|考虑了很久/u,
  /(?:以下|下面|接下来|现在|今天|我(?![们国县市省区镇乡村校院局厂所家]))[^。；]{0,24}(?:讲|谈|汇报|报告|介绍|交流|说|分享|提|送给|强调)[^。；]{0,14}[一两二三四五六七八九十几0-9]{1,6}(?:个|点|件|句|条|方面|部分|项|层)/u,
  /^(?:今天|下面|以下|现在|接下来)[^。]{0,40}(?:向|跟|和|与|给|同)(?:大家|各位|同志们|同学们|老师们)[^。]{0,14}(?:报告|汇报|交流|分享|谈谈|讲讲|说说|谈一谈|讲一讲)/u,
  /今天[^。]{0,20}(?:向|跟|和)(?:大家|各位)[^。]{0,4}(?:报告|汇报)/u,
  /(?:分为|包括|如下|以下)(?:[一两二三四五六七八九十几0-9]{0,6}个?(?:方面|部分|几点|点))?[。：:]?$/u,
  /[：:]$/u,
  /^(?:这里|在这里|最后|我)?[，,]?.{0,6}(?:讲一讲|说一说|谈一谈|讲讲|说说|谈谈)/u,
  /送(?:给)?(?:大家|各位|同学们|你们).{0,4}(?:句|个|点)/u,
  // Words to the room.
  /^(?:请?大家请?看|请看|见下表|请大家翻)|见下表|如下[表图]/u,
  /批评(?:指正|指教)|不吝(?:指正|赐教)|不再(?:展开|赘述|一一)/u,
  /^我?(?:今天)?就?先?(?:讲|说|汇报|报告)(?:到这里|到这儿|这些|完了)/u,
  /^(?:我的)?(?:讲话|发言|汇报|报告)(?:完了|完毕|到此结束|主要|大致|共)/u,
];

/** True for what is said to the room or about the speech: it is heard, not shown. @param text as {@link matchingText} */
export function isFormality(text: string): boolean {
  const bare = text.trim();
  return FORMALITIES.some((formality) => formality.test(bare));
}
