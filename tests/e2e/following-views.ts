import type { Frame } from '@playwright/test';
import type { SpeechEditor } from '../../src/app/editor/speech-editor.ts';
import type { AppPage } from './app-page.ts';

/** What text, slides and pages show of the sentence that is followed. @param own the page under test */
export function viewsOf(own: () => AppPage) {
  const frameOf = (name: string): Frame =>
    own()
      .page.frames()
      .find((frame) => frame.url().includes(name))!;
  /** Texts that are lit in a frame, by the name of its highlight. */
  const lit = (frame: string, highlight: string) =>
    frameOf(frame).evaluate(
      (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()).join(''),
      highlight,
    );
  return {
    litOnSlide: () => lit('deck.html', 'jiangtai-place'),
    litOnPage: () => lit('handout.html', 'jiangtai-sentence'),
    litInList: () => own().page.locator('spoken-text .here').allTextContents(),
    /** Whether the lit sentence of the handout is in its window. */
    litPageInSight: () =>
      frameOf('handout.html').evaluate(() => {
        const [first] = CSS.highlights.get('jiangtai-sentence') ?? [];
        const box = (first as Range | undefined)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      }),
    /** Id of the slide on the screen. */
    present: () => own().deck.locator('section.present').getAttribute('id'),
    /** The text behind the cursor. */
    atCursor: () =>
      own()
        .page.locator('speech-editor')
        .evaluate((element) => {
          const { text, head } = element as SpeechEditor;
          return text.slice(head, head + 12);
        }),
    scrollOfText: () =>
      own()
        .page.locator('.cm-scroller')
        .evaluate((scroller) => Math.round(scroller.scrollTop)),
    scrollOfPages: () => frameOf('handout.html').evaluate(() => Math.round(scrollY)),
    /** The user drags the bar of the handout to this share of its length. */
    dragPages: (share: number) =>
      frameOf('handout.html').evaluate(
        (share) => scrollTo(0, document.documentElement.scrollHeight * share),
        share,
      ),
    /** Every view has had its turn to answer a scroll: twice a frame, in the page and in the handout. */
    settled: async () => {
      for (const frame of [own().page.mainFrame(), frameOf('handout.html'), own().page.mainFrame()])
        await frame.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
    },
  };
}
