/** What a speech is exported as, in the order of the menu. */
export const EXPORT_KINDS = ['pptx', 'docx', 'print', 'text', 'pack'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
