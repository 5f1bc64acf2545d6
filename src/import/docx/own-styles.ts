/**
 * Character styles by which Jiangtai's own Word files tell what is no text of the speech, or what its author marked.
 * Their names are kept by Word, WPS and LibreOffice when the file is edited; never change them.
 */

/** Labels: numbers of slides, readings that we added, breaks of long titles. */
export const LABEL_STYLE = 'Jiangtai label';

/** Sentences that the author marked as key points. */
export const MARK_STYLE = 'Jiangtai mark';
