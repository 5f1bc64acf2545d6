import { applyLanguage } from './i18n/language-controller.ts';
import { followLook } from './look/appearance.ts';
import { preferBundledFaceWhereNeeded } from './look/late-faces.ts';
import './shell/jiangtai-app.ts';

followLook();
applyLanguage();
preferBundledFaceWhereNeeded();
