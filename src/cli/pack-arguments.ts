import { LABEL_SETS, MEETING_KINDS } from '../pack/labels.ts';
import {
  type MeetingBreak,
  PACK_PARTS,
  type PackOptions,
  type PackPart,
  TYPED_FIELDS,
  type TypedField,
} from '../pack/types.ts';
import { oneOf } from './one-of.ts';
import { UserError } from './user-error.ts';

export const PACK_FORMATS = ['docx', 'pdf'] as const;
type PackFormat = (typeof PACK_FORMATS)[number];

/** What the command line says of a meeting pack. */
export type PackArguments = Pick<PackOptions, 'parts' | 'labels' | 'kind' | 'typed'> & {
  readonly breaks: readonly MeetingBreak[];
  readonly ceremony: boolean;
  /** Of the files in a .zip or a folder. */
  readonly formats: readonly PackFormat[];
  /** File of renamed labels, as typed. */
  readonly renameFile?: string;
};

/** Longest break, minutes: a whole day. */
const LONGEST_BREAK = 1440;

interface PackValues {
  readonly formats?: string;
  readonly parts?: string;
  readonly labels?: string;
  readonly kind?: string;
  readonly field?: readonly string[];
  readonly break?: readonly string[];
  readonly rename?: string;
  readonly ceremony?: boolean;
}

/**
 * The options of `pack`.
 *
 * @throws UserError where a value cannot be
 */
export function packArguments(values: PackValues): PackArguments {
  const { parts, formats, labels, kind, field = [], break: breaks = [], rename, ceremony = false } = values;
  return {
    parts: parts?.split(',').map((part) => oneOf('--parts', part.trim(), PACK_PARTS) as PackPart),
    formats:
      formats?.split(',').map((format) => oneOf('--formats', format.trim(), PACK_FORMATS) as PackFormat) ??
      PACK_FORMATS,
    labels: oneOf('--labels', labels, LABEL_SETS),
    kind: oneOf('--kind', kind, MEETING_KINDS),
    typed: typedFields(field),
    breaks: breaks.map(meetingBreak),
    ceremony,
    ...(rename !== undefined && { renameFile: rename }),
  };
}

/** `NAME=TEXT` of each. */
function typedFields(fields: readonly string[]): Partial<Record<TypedField, string>> {
  const typed: Partial<Record<TypedField, string>> = {};
  for (const one of fields) {
    const at = one.indexOf('=');
    const name = oneOf('--field', at === -1 ? one : one.slice(0, at).trim(), TYPED_FIELDS);
    if (at === -1) throw new UserError('use.option-needs-value', { option: `--field ${one}=` });
    if (name !== undefined) typed[name] = one.slice(at + 1);
  }
  return typed;
}

/** `2:10` or `2:10:茶歇`: behind the second speech, ten minutes, its name. */
function meetingBreak(value: string): MeetingBreak {
  const [, after, minutes, label] = /^(\d{1,3})[:：](\d{1,4})(?:[:：](.*))?$/su.exec(value.trim()) ?? [];
  const one = { after: Number(after ?? 0), minutes: Number(minutes ?? 0), ...(label && { label }) };
  if (one.after < 1 || one.minutes < 1 || one.minutes > LONGEST_BREAK)
    throw new UserError('use.option-value', {
      option: '--break',
      value,
      allowed: 'AFTER:MINUTES[:NAME] (2:10, 2:10:茶歇)',
    });
  return one;
}
