/** A civil day, as the number of days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** Leap days in the years 1 to `year`. */
const leapDays = (year: number): number =>
  Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/**
 * The day that `text` names.
 *
 * 365 y + leap days + days before the month + day, counted from 1970-01-01; no time zone is involved
 * @param text - `YYYY-MM-DD`, years 0001 to 9999
 * @returns undefined when there is no such day
 * Source: ISO 8601-1:2019, 5.2.2 (calendar date, extended format)
 */
export const readDay = (text: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const before = DAYS_BEFORE_MONTH[month - 1] ?? 0;
  const leap = month > 2 && isLeap(year) ? 1 : 0;
  const sinceYear1 = 365 * (year - 1) + leapDays(year - 1) + before + leap + day - 1;
  return sinceYear1 - DAYS_TO_1970;
};

/** Days from 0001-01-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_162;

/**
 * `day` as `YYYY-MM-DD`.
 *
 * @param day - a day that `readDay` gave
 */
export const dayText = (day: Day): string => {
  const count = day + DAYS_TO_1970;
  let year = Math.max(1, Math.floor(count / 366));
  const startOf = (y: number): number => 365 * (y - 1) + leapDays(y - 1);
  while (startOf(year + 1) <= count) year += 1;
  let rest = count - startOf(year);
  let month = 1;
  while (rest >= daysIn(year, month)) {
    rest -= daysIn(year, month);
    month += 1;
  }
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(rest + 1, 2)}`;
};
