import { createHash } from 'node:crypto';
import { compile } from '../../../src/compile/compile.ts';
import {
  type BuiltProgram,
  type ProgramName,
  writeMeetingFile,
} from '../../../src/export/meeting/write-meeting-file.ts';
import { type PicturesBlock, type SpeechChoices, speechBlock } from '../../../src/import/meeting-file.ts';
import type { SourceText } from '../../../src/text/source.ts';

const program = (script: string): BuiltProgram => ({
  body: '<div class="</script>"></div>',
  style: 'a { color: red }',
  script,
  hash: `sha256-${createHash('sha256').update(script).digest('base64')}`,
});
export const programs: Record<ProgramName, BuiltProgram> = {
  start: program('start()'),
  deck: program('deck()'),
  presenter: program('presenter()'),
  bar: program('bar()'),
  pages: program('pages()'),
};

/** A meeting file without faces and pages, with programs that are none. */
export async function writtenMeeting(
  source: SourceText,
  pictures: PicturesBlock = {},
  choices?: SpeechChoices,
) {
  const { deck, handout } = await compile(source);
  const html = writeMeetingFile({
    programs,
    licences: 'MIT </script>',
    faces: { fonts: [], rules: [] },
    speech: speechBlock(source, choices),
    show: { id: '1-2-3-4', language: 'zh-Hans', deck, fragments: false },
    handout: { style: '', html: '', title: handout.title, width: 210, booklet: false },
    pictures,
  });
  return { html, deck };
}
