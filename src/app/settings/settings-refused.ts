/** The settings at the head of the document are no YAML: they are the author's to mend before a choice can be kept. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
}
