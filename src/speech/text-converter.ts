/** One plain text → the same text in the target script. */
export type TextConverter = (text: string) => string;
