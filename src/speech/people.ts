/** Surnames that begin nearly every Chinese name (百家姓 by frequency), Simplified and Traditional. */
const SURNAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭肖冯馮曾程蔡彭潘袁于於董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范江傅钟鍾鐘卢盧汪戴崔任陆陸廖姚方金邱丘夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻闫薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔汤湯陶黎温溫莫易樊乔喬文安殷颜顏庄莊章鲁魯倪庞龐邢俞翟蓝藍聂聶齐齊向申葛柴伍覃卓柏桑蔚骆駱关關焦柳欧歐祝纪紀尚毕畢耿芦左季管符辛苗詹曲欒靳祁路涂兰蘭甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶饒宁寧凌盛查单單冉鲍鮑华華包屈房喻解蒲卫衛简簡时時连連车車项項闵閔邬鄔吉党黨阳陽司费費蒙席晏隋古强強穆姬应應储儲仇米郎冷池桂匡粟习習';
const COMPOUND =
  '欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|司徒|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|夏侯|端木|南宫|南宮';

/** A name that is not told: 李××, 王某某, ＸＸＸ. */
const MASKED = `(?:(?:${COMPOUND}|[${SURNAMES}])[ \\u3000]*(?:[×xXＸ＊*○〇Oo]{1,2}|某{1,2})|[×xXＸ＊*○〇]{2,4})`;
/** A personal name: 张三, 張　三, 欧阳修, 阿·买买提. */
const NAME = `(?:${MASKED}|(?:${COMPOUND})\\p{Script=Han}{1,2}|[${SURNAMES}][ \\u3000]*\\p{Script=Han}{1,2}|\\p{Script=Han}{1,6}(?:·\\p{Script=Han}{1,8}){1,3})`;
/** What a name may carry behind it. */
const HONORIFIC = '(?:博士|教授|院士|先生|女士|老师|老師|同志|同学|同學|太平绅士|太平紳士|敬上|谨上|謹上)?';

/** Last words of an office or a function. */
const ROLE_END =
  '书记|書記|主任|主席|局长|局長|县长|縣長|市长|市長|省长|省長|区长|區長|镇长|鎮長|乡长|鄉長|村长|村長|里长|里長|部长|部長|处长|處長|科长|科長|厅长|廳長|司长|司長|院长|院長|校长|校長|园长|園長|所长|所長|站长|站長|队长|隊長|团长|團長|组长|組長|会长|會長|理事长|理事長|秘书长|秘書長|秘书|秘書|董事长|董事長|经理|經理|总裁|總裁|总监|總監|厂长|廠長|店长|店長|主编|主編|委员|委員|代表|常委|教授|研究员|研究員|讲师|講師|教师|教師|老师|老師|导师|導師|班主任|辅导员|輔導員|医生|醫生|医师|醫師|护士|護士|护士长|護士長|护师|護師|工程师|工程師|学生|學生|同学|同學|毕业生|畢業生|会长|社长|社長|行长|行長|庭长|庭長|检察长|檢察長|政委|指导员|指導員|司令员|连长|連長|班长|班長|职工|職工|工人|农民|農民|居民|村民|战士|戰士|记者|記者|干事|幹事|总干事|總幹事|理事|监事|校监|校監|校董|议员|議員|顾问|顧問|专家|專家|主持人|志愿者|負責人|负责人|员|長|长|師|师|CEO|总工';

const NAME_ONLY = new RegExp(`^${NAME}${HONORIFIC}$`, 'u');
const ROLE_ONLY = new RegExp(`(?:${ROLE_END})$`, 'u');
const ROLE_THEN_NAME = new RegExp(`^(.{0,40}(?:${ROLE_END}))(${NAME}${HONORIFIC})$`, 'u');
const HAN_NAME = new RegExp(`^\\p{Script=Han}[ \\u3000]*\\p{Script=Han}{1,3}${HONORIFIC}$`, 'u');

/** 综合科　卓然: a body in the place of an office. */
const OFFICE = /[科处處部室组組局厅廳院社站所队隊委会會办辦校司班团團]$|中心$|支部$/;

export interface Person {
  /** Parts with their offsets in the line. */
  readonly role?: { readonly text: string; readonly offset: number };
  readonly name?: { readonly text: string; readonly offset: number };
}

/** A line that is a name and nothing else, by its surname. */
export function isName(text: string): boolean {
  return NAME_ONLY.test(text);
}

/** A line (or part of one) that ends as the name of an office does. */
export function isRole(text: string): boolean {
  return text.length <= 60 && !/[。！？；：]/.test(text) && ROLE_ONLY.test(text);
}

/**
 * Role and name on one line: `黨支部書記  楊潤智`, `县应急管理局局长　周明远`, `周明远　局长`, `里長陳淑芬`, `张　三`.
 *
 * @param knownPerson a label (主讲人：) or front matter says that it is a person: a name then needs no known surname
 */
export function personOf(text: string, { knownPerson = false } = {}): Person | undefined {
  if (text.length > 70 || /[。！？；]/.test(text)) return undefined;
  if (isName(text)) return { name: { text, offset: 0 } };
  const bracketed = /^(.+?)[ \u3000]*[（(]([^（()）]{2,30})[）)]$/.exec(text);
  if (bracketed && isName(bracketed[1]!)) {
    return {
      name: { text: bracketed[1]!, offset: 0 },
      role: { text: bracketed[2]!, offset: text.indexOf(bracketed[2]!, bracketed[1]!.length) },
    };
  }
  // The widest place where what follows is a name: 书记　张　三 is cut before 张.
  for (const gap of text.matchAll(/[ \t\u3000]+|(?<=[）)])/gu)) {
    const rest = text.slice(gap.index + gap[0].length);
    const before = text.slice(0, gap.index);
    if (before === '' || rest === '') continue;
    const named =
      isName(rest) ||
      ((knownPerson || isRole(before) || OFFICE.test(before)) && HAN_NAME.test(rest) && !isRole(rest));
    if (named && (knownPerson || isRole(before) || before.length <= 30)) {
      const role =
        knownPerson || isRole(before) || OFFICE.test(before) ? { role: { text: before, offset: 0 } } : {};
      return { ...role, name: { text: rest, offset: gap.index + gap[0].length } };
    }
    if (isName(before) && isRole(rest)) {
      return { name: { text: before, offset: 0 }, role: { text: rest, offset: gap.index + gap[0].length } };
    }
  }
  const close = ROLE_THEN_NAME.exec(text);
  if (close)
    return { role: { text: close[1]!, offset: 0 }, name: { text: close[2]!, offset: close[1]!.length } };
  if (knownPerson) return { name: { text, offset: 0 } };
  return undefined;
}
