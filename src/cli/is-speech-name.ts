/** A file of the speeches' folder that is a speech: not hidden, not Word's lock, not the folder's README. */
export function isSpeechName(name: string): boolean {
  return (
    /\.(txt|md|docx|html?|mht|mhtml)$/i.test(name) && !/^(?:\.|~\$)/.test(name) && !/^readme\.md$/i.test(name)
  );
}
