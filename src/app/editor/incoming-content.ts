import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { PastedText } from '../../import/html/html.ts';
import type { TextFormat } from '../../text/source.ts';

/** Who takes what is dropped on the text or pasted into it. */
export interface ContentTaker {
  files(files: File[]): void;
  picture(file: File): void;
  /** @param read gives the text of a rich one, as it is written in a format */
  text(read: (format: TextFormat) => Promise<PastedText>): void;
}

/**
 * What comes from other programs. Rich text loses nothing that means something: numbers, emphasis, tables; a picture
 * is kept beside the speech. Plain text is left to CodeMirror.
 */
export function incomingContent(taker: ContentTaker): Extension {
  return EditorView.domEventHandlers({
    // CodeMirror would read a dropped file as UTF-8, whatever it is in.
    drop(event) {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return false;
      event.preventDefault();
      taker.files(files);
      return true;
    },
    paste(event, view) {
      if (view.state.readOnly) return true;
      const data = event.clipboardData;
      const html = data?.getData('text/html') ?? '';
      const plain = data?.getData('text/plain') ?? '';
      const picture = [...(data?.files ?? [])].find((file) => file.type.startsWith('image/'));
      if (picture && plain === '') {
        event.preventDefault();
        taker.picture(picture);
        return true;
      }
      if (html === '') return false;
      event.preventDefault();
      taker.text(async (format) => {
        try {
          const { readPastedHtml } = await import('../../import/html/html.ts');
          return readPastedHtml(html, plain, format);
        } catch (error) {
          // Its reader could not be loaded: the words are there all the same.
          if (plain === '') throw error;
          return { text: plain.replace(/\r\n?/g, '\n'), format: 'plain' };
        }
      });
      return true;
    },
  });
}
