import type { MeetingFrame } from './frame.ts';
import { makeMeetingFile } from './make-meeting-file.ts';

const frame: MeetingFrame = { ready: Promise.resolve(), write: makeMeetingFile };
window.jiangtaiMeeting = frame;
