/** Who can be addressed: last words of one part of a salutation. */
const ADDRESSEES =
  '们|們|同志|领导|領導|来宾|來賓|嘉宾|嘉賓|贵宾|貴賓|代表|委员|委員|朋友|乡亲|鄉親|父老|同学|同學|老师|老師|家长|家長|女士|先生|小姐|同仁|同事|战友|戰友|党员|黨員|干部|幹部|评委|評委|专家|專家|学者|學者|学员|學員|校友|校董|会员|會員|师傅|師傅|前辈|前輩|伙伴|夥伴|眷属|眷屬|家属|家屬|听众|聽眾|观众|觀眾|网友|網友|长辈|長輩|亲友|親友|鄰居|邻居|街坊|老板|老闆|店主|业主|業主|居民|村民|里民|市民|国民|國民|公民|人民|百姓|员工|員工|职工|職工|群众|群眾|师生|師生|考生|校長|校长|主席|主任|书记|書記|局长|局長|署长|署長|司长|司長|县长|縣長|市长|市長|省长|省長|院长|院長|部长|部長|处长|處長|会长|會長|所长|所長|总裁|總裁|总经理|總經理|总监|總監|总统|總統|总理|總理|秘书长|秘書長|教授|博士|院士|法官|律师|律師|医生|醫生|议员|議員|理事|监事|監事|董事|毕业生|畢業生|新生|学子|學子|孩子|子女|官兵|将士|將士|同行|同道|同业|同業|战士|戰士|護士|护士|醫師|医师|同胞|侨胞|僑胞|子弟|贤达|賢達|大使|领事|領事|公使|参赞|參贊|使节|使節|閣下|阁下|殿下|爷们|里长|里長|議長|议长|鄰長|邻长|志工|义工|義工|志愿者|志願者|股東|股东|客户|客戶|商户|商戶|合伙人|合夥人|夫人|伉俪|伉儷|太平绅士|太平紳士|媒體|媒体|记者|記者|大伙|各位|诸位|諸位';
const HONOUR = '尊敬的|敬爱的|敬愛的|亲爱的|親愛的|可敬的|可爱的|可愛的';
const PART = new RegExp(
  `^(?:${HONOUR}|在座的?|还有|還有|以及|和|今天)?[^，。！？；：]{0,38}?(?:${ADDRESSEES})$`,
  'u',
);
/** 各位保育员, 全体指战员, 尊敬的督导组各位领导: with such a word before it, any noun. */
const ANYBODY = new RegExp(
  `^(?:${HONOUR}|在座的?|与会的?|與會的?|各位|诸位|諸位|全体|全體|全院|全校)+[^，。！？；：不来來到在有能也都就很得着著了过過地里裡从從把被让讓给給对對向为為要是请請将將必须須应應]{0,12}$`,
  'u',
);
/** 各位代表不辞辛劳: behind whoever is addressed, the sentence goes on. */
const CLAUSE = new RegExp(`(?:各位|诸位|諸位|全体|全體)(?:${ADDRESSEES}).{2,}$`, 'u');

const OCCASIONS =
  '早上|上午|中午|下午|晚上|新年|节日|節日|过年|過年|新春|春节|春節|中秋|国庆|國慶|元旦|教师节|教師節|周末|週末';
const HOUR_GREETING = `(?:(?:${OCCASIONS})?(?:好|快乐|快樂|愉快|吉祥|恭喜|平安)|[你您]们?好|[你您]們好|早安|午安|晚安|早晨|新春大吉|恭喜发财|恭喜發財|恭贺新[禧年]|恭賀新[禧年])`;
const GREETING = new RegExp(
  `^(?:大家|各位|诸位|諸位|你们|你們|您|[^，。！？；：、]{1,12}[们們])?${HOUR_GREETING}(?:、(?:大家)?${HOUR_GREETING})*[啊呀]?$`,
  'u',
);
/** （普通话、客家话）, （鞠躬） behind a greeting. */
const REMARK = /[（(][^（()）]{1,24}[）)]/gu;
const OWN_NAME = /^(?:我是|我叫|我来自|我來自|我的名字|很高兴|很高興|很荣幸|很榮幸)/u;

/** Words about people, not words to them. */
const NOT_ADDRESSED =
  /^(?!在座|与会|與會|我(?:们|們)?的?(?:亲爱|親愛|朋友|同胞|乡亲|鄉親|同学|同學|战友|戰友))(?:让|讓|使|请|請|把|被|给|給|对|對|向|和|与|與|为|為|是|有|在|从|從|当|當|由|作为|作為|通过|通過|根据|根據|按照|关于|關於|随着|隨著|面对|面對|感谢|感謝|谢谢|謝謝|欢迎|歡迎|祝|愿|願|希望|要|我|你|他|她|它|咱|这|這|那|某|每|许多|許多|很多|不少|一些|其他|其它|个别|個別|少数|少數|多数|多數|大多|广大|廣大|两位|兩位|几位|幾位|一位|一名|几个|幾個)/u;
/** First words of a clause whose subject stands before it. */
const NO_SUBJECT =
  /^(?:一定)?(?:要|必须|必須|应|應|都|能|就|不|将|將|也|是|在|有|务必|務必|可以|已|正|把|从|從|没|沒)/u;
const DIRECT = new RegExp(`^(?:${HONOUR}|各位|诸位|諸位|在座|与会|與會)`, 'u');
const COMRADES = /(?:同志|朋友|乡亲|鄉親|父老|同仁|伙伴|夥伴|同胞|战友|戰友)$/u;
/** The longest run of addresses that is looked through at a sentence's head. */
const MOST_ADDRESSES = 12;

function parts(text: string): string[] {
  return text
    .replace(REMARK, '')
    .split(/[、，,和与與及暨]|以及/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * 称谓, a line of its own: 同志们： · 各位领导、同志们， · 尊敬的各位老师、亲爱的同学们： · 各位同仁，大家晚安：
 * Every part must be somebody (the last may be a greeting); `各位代表要做到：` is none. Offices may stand in
 * brackets behind a name.
 */
export function isSalutation(text: string): boolean {
  if (text.length > 400 || isThanks(text)) return false;
  const match =
    /^(.+?)(?:[：:，,！!]|——)$/.exec(text) ??
    (/[们們]$/.test(text) && text.length <= 30 ? [text, text] : null);
  if (!match || /[。；？]/.test(match[1]!)) return false;
  const all = parts(match[1]!.trim());
  const people = all.length > 1 && GREETING.test(all.at(-1)!) ? all.slice(0, -1) : all;
  if (!people.every((part) => part.length <= 40 && (isPart(part) || isOffice(part)))) return false;
  return people.some(isPart);
}

function isPart(part: string): boolean {
  return PART.test(part) || (ANYBODY.test(part) && !CLAUSE.test(part));
}

/** 李縣長 · 区委王书记 · 香港特别行政区行政长官李明: an office with or without a name. */
function isOffice(part: string): boolean {
  return /^[^，。！？；：]{0,36}(?:[长長记記任席员員师師]|[长長官员員席任记記]\p{Script=Han}{2,3})$/u.test(
    part,
  );
}

/** 大家好！ · 各位老师、同学们，早上好！ · 大家好，我是李明 · on a line of its own. */
export function isGreeting(text: string): boolean {
  if (text.length > 60) return false;
  const bare = text.replace(REMARK, '');
  const sentences = bare.split(/[！!。，,]/).filter((part) => part.trim() !== '');
  if (sentences.length === 0 || /^好/.test(bare)) return false;
  if (!/[！!。]$/.test(bare) && !introducesSelf(sentences)) return false;
  const own = sentences.findIndex((part) => OWN_NAME.test(part));
  const greeting = own > 0 && introducesSelf(sentences) ? sentences.slice(0, own) : sentences;
  return (
    GREETING.test(greeting.at(-1)!) &&
    greeting.every((part) => GREETING.test(part) || parts(part).every(isPart))
  );
}

/** 大家好，我是…，李明: who greets says a name and nothing else. */
function introducesSelf(sentences: readonly string[]): boolean {
  const own = sentences.findIndex((part) => OWN_NAME.test(part));
  return own > 0 && /^我[是叫来來的]/.test(sentences[own]!) && sentences.length <= own + 2;
}

/** 大家好，… : whether a text begins by greeting its hearers. */
export function beginsWithGreeting(text: string): boolean {
  const first = /^[^，,。！!：:；]{2,24}(?=[，,。！!])/u.exec(
    text.replace(/[（(][^（()）]{1,24}[）)]/u, ''),
  )?.[0];
  return first !== undefined && first.length >= 3 && GREETING.test(first);
}

/**
 * Length of the address that a sentence begins with, its stop included: 同志们，… · 老师们，同学们，党员同志们，…
 * All addresses in a row or none; 0 where the words are a subject (各位代表不辞辛劳，…).
 */
export function addressLength(text: string): number {
  let length = 0;
  /** Where the last part ended that is surely an address, with no list open. */
  let sure = 0;
  let direct = false;
  let last = '';
  for (let count = 0; count < MOST_ADDRESSES; count++) {
    const match =
      /^([^，,。！？!?：:；、“”「」（(]{1,40})(?:[（(][^（()）]{1,24}[）)])?([，,！!：:、])/u.exec(
        text.slice(length),
      );
    if (!match) break;
    const part = match[1]!;
    const directly = DIRECT.test(part) || /[们們]$/.test(part);
    if (NOT_ADDRESSED.test(part) || !parts(part).every(isPart)) break;
    if (!DIRECT.test(part) && (part.length > 20 || /是/.test(part))) break;
    direct ||= directly || (part.length <= 12 && COMRADES.test(part));
    length += match[0].length;
    last = match[2]!;
    if (directly && last !== '、') sure = length;
    if (/[！!：:]/.test(last)) break;
  }
  if (!direct || last === '、') return sure;
  // 同学们的家长，都来了: people the sentence is about.
  return sure === length || !NO_SUBJECT.test(text.slice(length)) ? length : sure;
}

/** A paragraph that turns to its hearers: 同志们，时代是出卷人… */
export function beginsWithAddress(text: string): boolean {
  return addressLength(text) > 0;
}

/**
 * 各位市民：四年前，… : a salutation with the speech behind it on the same line.
 * @returns its length with the colon, 0 for any other line
 */
export function salutationLength(text: string): number {
  const length = addressLength(text);
  if (!/[：:]$/.test(text.slice(0, length))) return 0;
  // 主席：李明 is a label with its value.
  return /[，。！？；]/.test(text.slice(length)) ? length : 0;
}

const HEARERS =
  '大家|各位|诸位|諸位|你们|你們|您们|您們|您|大伙儿?|大夥兒?|聆听|聆聽|倾听|傾聽|收听|收聽|收看|观看|觀看|耐心|同志们|同志們|老师们?|老師們?|同学们?|同學們?|朋友们?|朋友們?|乡亲们?|鄉親們?|领导|領導|评委|評委|师傅|師傅|主席|主持人';
/** Thanks for listening. 感谢每一位同事 thanks people the speech is about. */
const THANKS = new RegExp(
  `(?:谢谢|謝謝|多谢|多謝|感谢|感謝|感激|鸣谢|鳴謝)(?:(?:${HEARERS})[^。！!]{0,14})?[！!。]*$|^(?:谢谢|謝謝)[！!。]?$`,
);

/** 谢谢大家！ · 我的汇报完了，谢谢！ at the end of a speech. */
export function isThanks(text: string): boolean {
  return text.length <= 45 && THANKS.test(text);
}

/** Other last words: wishes, and 以上发言，请批评指正。 */
const FAREWELL =
  /^(?:最[后後][，,]?)?(?:再次)?(?:我)?(?:衷心|真诚|真誠|谨|謹|敬|恭)?(?:祝|预祝|預祝|祝愿|祝願|祝福)|^(?:让我们|讓我們).*！$|^以上(?:发言|發言|汇报|匯報|报告|報告|意见|意見|是)|(?:批评指正|批評指正|批評指教|批评指教|不吝指正|予审议|予審議)[。！]?$/;
/** The last sentence of a paragraph that ends a speech: 让我们携起手来，…！ 祝愿母校…！ */
const LAST_CALL =
  /(?:^|[。！!？?；，])(?:最[后後]，)?(?:(?:让|讓)我(?:们|們)[^。！!]{4,}[！!]|(?:我)?(?:衷心|真诚|真誠|谨|謹|敬|恭)?(?:祝愿|祝願|祝福|恭祝|敬祝|预祝|預祝|祝)[^。！!]{2,}[！!。])$/u;
const LONGEST_FAREWELL = 160;
const LONGEST_CALL = 300;

/** @returns whether a last paragraph is a wish, a call to the hearers or a request for criticism. */
export function isFarewell(text: string): boolean {
  return (
    (text.length <= LONGEST_FAREWELL && FAREWELL.test(text)) ||
    (text.length <= LONGEST_CALL && LAST_CALL.test(text))
  );
}
