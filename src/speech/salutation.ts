/** Who can be addressed: last words of one part of a salutation. */
const ADDRESSEES =
  '们|們|同志|领导|領導|来宾|來賓|嘉宾|嘉賓|贵宾|貴賓|代表|委员|委員|朋友|乡亲|鄉親|父老|同学|同學|老师|老師|家长|家長|女士|先生|小姐|同仁|同事|战友|戰友|党员|黨員|干部|幹部|评委|評委|专家|專家|学员|學員|校友|校董|会员|會員|师傅|師傅|前辈|前輩|伙伴|夥伴|眷属|眷屬|家属|家屬|听众|聽眾|观众|觀眾|长辈|長輩|亲友|親友|鄰居|邻居|老板|老闆|店主|业主|業主|居民|村民|里民|市民|员工|員工|职工|職工|校長|校长|主席|主任|书记|書記|局长|局長|县长|縣長|市长|市長|院长|院長|部长|部長|处长|會長|会长|教授|博士|院士|议员|議員|理事|毕业生|畢業生|新生|学子|學子|孩子|官兵|将士|同行|同道|来宾|战士|護士|护士|醫師|同胞|侨胞|僑胞|子弟|贤达|賢達|大使|閣下|阁下|爷们|里长|里長|議長|鄰長|志工|志愿者|股東|股东|客户|客戶|夫人|使节|媒體|媒体|記者|记者|大伙|各位';
/** 各位保育员, 全体指战员, 尊敬的督导组各位领导: with such a word before it, anybody. */
const ANYBODY =
  /^(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的|在座的?|各位|诸位|諸位|全体|全體|全院|全校)+[^，。！？；：要是请請将將把必须須应應]{0,16}$/u;
const PART = new RegExp(
  `^(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的|在座的|还有|還有|以及|和|今天)?[^，。！？；：]{0,24}?(?:${ADDRESSEES})$`,
  'u',
);
const HOUR_GREETING =
  '(?:(?:早上|上午|中午|下午|晚上|新年|节日|節日|过年|過年|新春|春节|春節)?(?:好|快乐|快樂|愉快|吉祥)|早安|午安|晚安|早晨|新春大吉|恭喜发财|恭喜發財)';
const GREETING = new RegExp(
  `^(?:大家|各位|诸位|諸位|你们|你們|您|[^，。！？；：]{1,8}[们們])?${HOUR_GREETING}[啊呀]?$`,
  'u',
);

/** First words of an address inside running text: 同志们，… */
const ADDRESS =
  /^(?:(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的|各位|在座的)[^，,。！？：:；]{1,30}|[^，,。！？：:；]{1,20}?[们們]|各位|诸位|諸位|[^，,。！？：:；]{0,8}(?:同志|朋友|鄉親|乡亲|父老|同仁|伙伴|夥伴))[，,！!：:]/u;

const THANKS =
  /(?:谢谢|謝謝|多谢|多謝|感谢|感謝)(?:大家|各位|你们|你們|您|大伙儿?|聆听|聆聽|同志们|诸位|諸位)?[^。！!]{0,14}[！!。]?$|^(?:谢谢|謝謝)[！!。]?$/;

function parts(text: string): string[] {
  return text
    .split(/[、，,和与與及暨]|以及/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * 称谓, a line of its own: 同志们： · 各位领导、同志们， · 尊敬的各位老师、亲爱的同学们： · 各位同仁，大家晚安：
 * Every part must be somebody (the last may be a greeting); `各位代表要做到：` is none.
 */
export function isSalutation(text: string): boolean {
  if (text.length > 120 || THANKS.test(text)) return false;
  const match =
    /^(.+?)(?:[：:，,！!]|——)$/.exec(text) ??
    (/[们們]$/.test(text) && text.length <= 30 ? [text, text] : null);
  if (!match) return false;
  const all = parts(match[1]!.trim());
  const people = all.length > 1 && GREETING.test(all.at(-1)!) ? all.slice(0, -1) : all;
  if (!people.every((part) => part.length <= 30 && (isPart(part) || isSomebody(part)))) return false;
  return people.some(isPart);
}

function isPart(part: string): boolean {
  return PART.test(part) || ANYBODY.test(part);
}

/** 李縣長 · 区委王书记: an office with or without a name. */
function isSomebody(part: string): boolean {
  return /^[^，。！？；：]{1,20}[长長记記任席]$/u.test(part);
}

/** 大家好！ · 各位老师、同学们，早上好！ on a line of its own. */
export function isGreeting(text: string): boolean {
  if (text.length > 50) return false;
  const sentences = text.split(/[！!。，,]/).filter((part) => part.trim() !== '');
  if (sentences.length === 0 || !/[！!。]$/.test(text) || /^[好]/.test(text)) return false;
  return sentences.every(
    (part, index) => GREETING.test(part) || (index < sentences.length - 1 && isPartOfAddress(part)),
  );
}

function isPartOfAddress(text: string): boolean {
  return parts(text).every(isPart);
}

/** A paragraph that turns to its hearers: 同志们，时代是出卷人… */
export function beginsWithAddress(text: string): boolean {
  const match = ADDRESS.exec(text);
  if (!match) return false;
  const address = match[0].slice(0, -1);
  return parts(address).every((part) => isPart(part) && !/^(?:我|他|她|它|咱|你|人)[们們]$/.test(part));
}

/** 谢谢大家！ · 我的汇报完了，谢谢！ at the end of a speech. */
export function isThanks(text: string): boolean {
  return text.length <= 45 && THANKS.test(text);
}

/** Other last words: wishes, and 以上发言，请批评指正。 */
const FAREWELL =
  /^(?:最[后後][，,]?)?(?:再次)?(?:我)?(?:衷心|真诚|真誠|谨|謹|敬|恭)?(?:祝|预祝|預祝|祝愿|祝願|祝福)|^(?:让我们|讓我們).*！$|^以上(?:发言|發言|汇报|匯報|报告|報告|意见|意見|是)|(?:批评指正|批評指正|批評指教|批评指教|不吝指正)[。！]?$/;

/** @returns whether a short last paragraph is a wish or a request for criticism. */
export function isFarewell(text: string): boolean {
  return text.length <= 160 && FAREWELL.test(text);
}
