import { applyLanguage } from './i18n/language-controller.ts';
import { followLook } from './preferences/appearance.ts';
import { preferBundledFaceWhereNeeded } from './ui/late-faces.ts';
import './shell/jiangtai-app.ts';

followLook();
applyLanguage();
preferBundledFaceWhereNeeded();
