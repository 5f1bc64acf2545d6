import { applyLanguage } from './i18n/language-controller.ts';
import { followLook } from './look/appearance.ts';
import './shell/jiangtai-app.ts';

followLook();
applyLanguage();
