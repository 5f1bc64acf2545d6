import type { Diagnostic } from '../../text/diagnostic.ts';
import { type Printed, placeOf } from './printed.ts';

const DATE =
  /(?:(?<roc>民[国國])?(?<year>[0-9]{2,4})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号號](?:[（(，、\s]{0,2}(?:星期|周|週|礼拜|禮拜)(?<week>[一二三四五六日天]))?|(?<isoYear>[0-9]{4})[-/.](?<isoMonth>[0-9]{1,2})[-/.](?<isoDay>[0-9]{1,2})(?![0-9.])/g;
const WEEKDAYS = '日一二三四五六';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Dates that no calendar has (6月31日, 2023年2月29日), and weekdays that do not fall on their date. */
export function* dateChecks(printed: Printed): Generator<Diagnostic> {
  if (!/[0-9]/.test(printed.text)) return;
  for (const match of printed.text.matchAll(DATE)) {
    const groups = match.groups!;
    const month = Number(groups.month ?? groups.isoMonth);
    const day = Number(groups.day ?? groups.isoDay);
    const written = groups.year ?? groups.isoYear;
    // 2.13.45 may be anything; a written 年月日 is meant as a date.
    if (groups.isoYear && (month > 12 || month < 1) && !match[0].includes('-')) continue;
    const year =
      written === undefined
        ? undefined
        : fullYear(Number(written), groups.roc !== undefined || written.length === 3);
    const range = placeOf(printed, match.index, match.index + match[0].length);
    if (!exists(year, month, day)) {
      yield { code: 'date-impossible', severity: 'warning', values: { date: match[0] }, range };
    } else if (groups.week && year !== undefined) {
      const right = WEEKDAYS[weekday(year, month, day)]!;
      if (right !== groups.week.replace('天', '日')) {
        yield {
          code: 'weekday-wrong',
          severity: 'warning',
          values: { date: match[0], weekday: right },
          range,
        };
      }
    }
  }
}

/** 民國113年 = 2024; a year of two figures is this or the last century's: its weekday is not judged. */
function fullYear(year: number, roc: boolean): number | undefined {
  if (roc) return year + 1911;
  return year >= 1000 ? year : undefined;
}

function exists(year: number | undefined, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]!) return false;
  return !(month === 2 && day === 29 && year !== undefined && !isLeap(year));
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Zeller's congruence, 0 = Sunday. */
function weekday(year: number, month: number, day: number): number {
  const shifted = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  const z =
    day +
    Math.floor((13 * (shifted + 1)) / 5) +
    y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400);
  return (z + 6) % 7;
}
