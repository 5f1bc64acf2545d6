/** What a face is for: body, 楷体 and 黑体 of headings, 小标宋 of the title. */
type Role = 'fang' | 'kai' | 'hei' | 'xbs';

/**
 * Full and PostScript names of office faces, best first: `local()` knows no family names (docs/spec/fonts.md §5). Fandol comes
 * with Debian's TeX.
 */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  // biome-ignore format: a list
  fang: [
    'FangSong_GB2312', '仿宋_GB2312', 'FZFSK--GBK1-0', '方正仿宋_GBK', '方正仿宋简体', 'FangSong', '仿宋', 'STFangsong',
    '华文仿宋', 'FandolFang-Regular', 'FandolFang R',
  ],
  kai: [
    'KaiTi_GB2312',
    '楷体_GB2312',
    'FZKTK--GBK1-0',
    '方正楷体_GBK',
    'KaiTi',
    '楷体',
    'STKaiti',
    '华文楷体',
    'STKaitiSC-Regular',
    'DFKai-SB',
    '標楷體',
    'FandolKai-Regular',
  ],
  hei: [
    'SimHei',
    '黑体',
    'FZHTK--GBK1-0',
    '方正黑体_GBK',
    'STHeitiSC-Medium',
    'STHeiti',
    'FandolHei-Regular',
  ],
  xbs: [
    'FZXBSJW--GB1-0',
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    'FZXBSK--GBK1-0',
    '方正小标宋_GBK',
    'FZDXBS--GBK1-0',
    '方正公文小标宋',
    'STZhongsong',
    '华文中宋',
    'FandolSong-Bold',
  ],
};

/** Families that stand first in the stacks of `system` (office-faces.css); without a face they are passed over. */
const FAMILY: Readonly<Record<Role, string>> = {
  fang: 'SysFang',
  kai: 'SysKai',
  hei: 'SysHei',
  xbs: 'SysXbs',
};

/** The faces that come with Jiangtai. */
export const BUNDLED: Readonly<Record<Role, string>> = {
  xbs: '思源宋体 Bold',
  hei: '思源黑体 Medium',
  kai: '霞鹜文楷',
  fang: '思源宋体',
};

let found: Promise<Readonly<Record<Role, string>>> | undefined;

/**
 * Makes the office faces that this computer has known to the page.
 *
 * @returns for each role the name of the face that is used: an office face, else the bundled one
 */
export function officeFaces(): Promise<Readonly<Record<Role, string>>> {
  found ??= (async () => {
    const names = { ...BUNDLED };
    for (const role of Object.keys(NAMES) as Role[]) names[role] = (await firstFace(role)) ?? BUNDLED[role];
    return names;
  })();
  return found;
}

async function firstFace(role: Role): Promise<string | undefined> {
  for (const name of NAMES[role]) {
    // One weight for all: a face that has only one must not be thickened by the browser.
    const face = new FontFace(FAMILY[role], `local("${name}")`, { weight: '100 900' });
    try {
      await face.load();
    } catch {
      continue;
    }
    document.fonts.add(face);
    return name;
  }
  return undefined;
}
