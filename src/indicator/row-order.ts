import { addExact, compareExact, divideExact, type Exact, isRational } from '../number/exact.js';
import { rational, wholeDouble } from '../number/rational.js';

/** A row's value. */
export interface Entry {
  readonly row: number;
  readonly value: Exact;
}

/** Entries by value, equal ones in row order, for values that are doubles without loss; undefined for others. */
const sortedInDoubles = (
  entries: readonly Entry[],
  direction: 1 | -1,
): readonly Entry[] | undefined => {
  const keyed: { readonly entry: Entry; readonly key: number }[] = [];
  for (const entry of entries) {
    const key = isRational(entry.value) ? wholeDouble(entry.value) : undefined;
    if (key === undefined) return undefined;
    keyed.push({ entry, key });
  }
  keyed.sort((a, b) => direction * (a.key - b.key) || a.entry.row - b.entry.row);
  return keyed.map(({ entry }) => entry);
};

/** Entries by value, equal ones in row order; undefined when one order is undecided. */
export const sorted = (
  entries: readonly Entry[],
  first: 'least' | 'greatest' = 'least',
): readonly Entry[] | undefined => {
  const direction = first === 'least' ? 1 : -1;
  const whole = sortedInDoubles(entries, direction);
  if (whole !== undefined) return whole;
  const undecided: Entry[] = [];
  const result = [...entries].sort((a, b) => {
    const order = compareExact(a.value, b.value);
    if (order === undefined) undecided.push(a);
    return direction * (order ?? 0) || a.row - b.row;
  });
  return undecided.length === 0 ? result : undefined;
};

/** The value in the middle, or halfway between the two; undefined when an order is undecided. */
export const middle = (entries: readonly Entry[]): Exact | undefined => {
  const order = sorted(entries);
  const high = order?.[Math.floor(entries.length / 2)];
  const low = order?.[Math.ceil(entries.length / 2) - 1];
  return low && high && divideExact(addExact(low.value, high.value), rational(2n));
};

/** The first entry that has the greatest value; undefined when an order is undecided. */
export const greatest = (entries: readonly Entry[]): Entry | undefined => {
  const order = sorted(entries);
  const last = order?.at(-1);
  return order?.find((entry) => last !== undefined && compareExact(entry.value, last.value) === 0);
};
