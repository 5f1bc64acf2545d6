import type { Message } from '../../i18n/message.ts';
import type { LibraryErrorCode } from '../../library/library-error.ts';

/** What to tell a person when the folder of speeches refuses, by code. Each ends its sentence. */
export const LIBRARY_ERRORS: Readonly<Record<LibraryErrorCode, Message>> = {
  'bad-name': {
    'zh-Hans': '文件名“{name}”不能用：不要有 / \\ : * ? " < > | ，也不要以点开头。',
    'zh-Hant': '檔名「{name}」不能用：不要有 / \\ : * ? " < > | ，也不要以點開頭。',
    en: 'The file name “{name}” cannot be used: it must not contain / \\ : * ? " < > | or start with a dot.',
  },
  'name-too-long': {
    'zh-Hans': '文件名太长，请不要超过六十个字。',
    'zh-Hant': '檔名太長，請不要超過六十個字。',
    en: 'The file name is too long; keep it under sixty characters.',
  },
  'wrong-extension': {
    'zh-Hans': '讲稿文件要以 .txt 或 .md 结尾。',
    'zh-Hant': '講稿檔案要以 .txt 或 .md 結尾。',
    en: 'A speech file must end in .txt or .md.',
  },
  'outside-folder': {
    'zh-Hans': '“{name}”指向讲稿文件夹之外，没有打开。',
    'zh-Hant': '「{name}」指向講稿資料夾之外，沒有開啟。',
    en: '“{name}” links outside the speeches folder and was not opened.',
  },
  'not-found': {
    'zh-Hans': '已经没有“{name}”了，可能被删除或改了名。',
    'zh-Hant': '已經沒有「{name}」了，可能被刪除或改了名。',
    en: '“{name}” no longer exists; it may have been deleted or renamed.',
  },
  exists: {
    'zh-Hans': '已经有“{name}”了，请换一个名字。',
    'zh-Hant': '已經有「{name}」了，請換一個名字。',
    en: '“{name}” already exists; choose another name.',
  },
  changed: {
    'zh-Hans': '“{name}”刚刚被别的程序改过。',
    'zh-Hant': '「{name}」剛剛被別的程式改過。',
    en: '“{name}” has just been changed by another program.',
  },
  'read-only': {
    'zh-Hans': '文件或文件夹是只读的，不能写入。',
    'zh-Hant': '檔案或資料夾是唯讀的，不能寫入。',
    en: 'The file or its folder is read-only.',
  },
  'disk-full': {
    'zh-Hans': '磁盘已满。',
    'zh-Hant': '磁碟已滿。',
    en: 'The disk is full.',
  },
  unreadable: {
    'zh-Hans': '“{name}”无法读取。',
    'zh-Hant': '「{name}」無法讀取。',
    en: '“{name}” cannot be read.',
  },
  'cannot-write': {
    'zh-Hans': '无法写入“{name}”（{code}）。',
    'zh-Hant': '無法寫入「{name}」（{code}）。',
    en: '“{name}” cannot be written ({code}).',
  },
  'folder-missing': {
    'zh-Hans': '找不到讲稿文件夹：{folder}。',
    'zh-Hant': '找不到講稿資料夾：{folder}。',
    en: 'The speeches folder was not found: {folder}.',
  },
  'too-large': {
    'zh-Hans': '文字太长，超过了 5 MB。',
    'zh-Hant': '文字太長，超過了 5 MB。',
    en: 'The text is larger than 5 MB.',
  },
  busy: {
    'zh-Hans': '另一个讲台正在写这个文件夹，稍后会再试。',
    'zh-Hant': '另一個講臺正在寫這個資料夾，稍後會再試。',
    en: 'Another Jiangtai is writing to this folder; it will be tried again shortly.',
  },
  'too-many-files': {
    'zh-Hans': '电脑打开的文件太多，暂时不能读写；请关掉一些程序。',
    'zh-Hant': '電腦開啟的檔案太多，暫時無法讀寫；請關掉一些程式。',
    en: 'The computer has too many files open; close some programs and try again.',
  },
  'bad-request': {
    'zh-Hans': '讲台的后台程序没有听懂（{what}）。',
    'zh-Hant': '講臺的背景程式沒有聽懂（{what}）。',
    en: 'The server did not understand the request ({what}).',
  },
  forbidden: {
    'zh-Hans': '讲台的后台程序拒绝了这次请求。',
    'zh-Hant': '講臺的背景程式拒絕了這次要求。',
    en: 'The server refused the request.',
  },
  'storage-full': {
    'zh-Hans': '浏览器的存储空间已满，写不下了。请删掉几篇不用的讲稿，或清理磁盘。',
    'zh-Hant': '瀏覽器的儲存空間已滿，寫不下了。請刪掉幾篇不用的講稿，或清理磁碟。',
    en: 'The browser’s storage is full. Delete speeches you no longer need, or free some disk space.',
  },
  'storage-refused': {
    'zh-Hans': '这个浏览器不让讲台保存文字（可能是无痕模式，或存储被禁用）。',
    'zh-Hant': '這個瀏覽器不讓講臺儲存文字（可能是無痕模式，或儲存被停用）。',
    en: 'This browser does not let Jiangtai save anything (private window, or storage turned off).',
  },
  'bad-archive': {
    'zh-Hans': '这个 .zip 文件打不开：它不完整，或者不是压缩包。',
    'zh-Hant': '這個 .zip 檔案打不開：它不完整，或者不是壓縮檔。',
    en: 'This .zip file cannot be opened: it is incomplete or not an archive.',
  },
  'damaged-in-archive': {
    'zh-Hans': '“{name}”在压缩包里已损坏，没有读取；请找一份完好的压缩包。',
    'zh-Hant': '「{name}」在壓縮檔裡已損壞，沒有讀取；請找一份完好的壓縮檔。',
    en: '“{name}” is damaged in the archive and was not read; use an intact copy of the archive.',
  },
  'no-server': {
    'zh-Hans': '讲台的后台程序没有回应，启动它的窗口可能已经关掉；请重新启动讲台（npm start）。',
    'zh-Hant': '講臺的背景程式沒有回應，啟動它的視窗可能已經關掉；請重新啟動講臺（npm start）。',
    en: 'Jiangtai’s server is not responding; its window may have been closed. Start Jiangtai again (npm start).',
  },
};
