/** What a speech is exported as, in the order of the menu. */
export const EXPORT_KINDS = ['docx', 'print', 'text'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
