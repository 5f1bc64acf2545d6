/** What a speech is exported as, in the order of the menu. */
export const EXPORT_KINDS = ['pptx', 'docx', 'html', 'print', 'text', 'pack'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
