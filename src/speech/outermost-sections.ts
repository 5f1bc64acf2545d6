import type { Section, Speech } from './types.ts';

/** The outermost sections, without the passages between them. */
export function outermostSections({ sections }: Pick<Speech, 'sections'>): Section[] {
  return sections.filter((node) => node.kind === 'section');
}
