import { dayText } from '../day.js';
import {
  type Exact,
  type Irrational,
  isRational,
  nearestRational,
  roundExact,
} from '../number/exact.js';
import { decimalText, exactText, roundedText } from '../number/decimal.js';
import { ONE, type Rational } from '../number/rational.js';
import { placesStep, powerOfTen, roundToStep } from '../number/round.js';
import { type Cell, isAbsent, isNumber, type Slot, type ValueType } from '../slot.js';
import type { Enclosure, ResultValue } from './scorecard.js';

/** Places to which bounds of an irrational are written. */
const ENCLOSURE_PLACES = 20;
/** Places of a number's plain text, where it does not terminate sooner. */
const TEXT_PLACES = 6;
const ENCLOSURE_STEP = placesStep(ENCLOSURE_PLACES);
const TEXT_STEP = placesStep(TEXT_PLACES);
/** How many steps of bounds make one of plain text. */
const TEXT_STEPS = powerOfTen(ENCLOSURE_PLACES - TEXT_PLACES);

/** Bounds of a value that cannot be told from a whole number of steps: one step to each side of it. */
const around = (value: Exact, step: Rational): Enclosure => {
  const nearest = nearestRational(value, ENCLOSURE_PLACES);
  const units = roundToStep(nearest, step, 'half-even');
  return {
    atLeast: decimalText(units - 1n, ENCLOSURE_PLACES),
    atMost: decimalText(units + 1n, ENCLOSURE_PLACES),
  };
};

/** The bounds of an irrational number that lies one step of `ENCLOSURE_PLACES` at most above `low` of them. */
const boundsFrom = (low: bigint): Enclosure => ({
  atLeast: decimalText(low, ENCLOSURE_PLACES),
  atMost: decimalText(low + 1n, ENCLOSURE_PLACES),
});

/** A number as exact text, or bounds for an irrational. */
export const showExact = (value: Exact): string | Enclosure => {
  if (isRational(value)) return exactText(value);
  const low = roundExact(value, ENCLOSURE_STEP, 'floor');
  return low === undefined ? around(value, ENCLOSURE_STEP) : boundsFrom(low);
};

/** Whether exact text is a decimal that a person reads as it is. */
const isPlain = (exact: string): boolean => {
  if (exact.includes('/')) return false;
  const point = exact.indexOf('.');
  return point < 0 || exact.length - point - 1 <= TEXT_PLACES;
};

/** A number for a person: exact where it terminates within six places, otherwise rounded half-up there. */
const showText = (value: Exact): string => {
  const units = roundExact(value, TEXT_STEP, 'half-up');
  const shown = units ?? roundToStep(nearestRational(value, TEXT_PLACES), TEXT_STEP, 'half-even');
  return decimalText(shown, TEXT_PLACES);
};

const showRational = (value: Rational): ResultValue => {
  const exact = exactText(value);
  const text = isPlain(exact) ? exact : roundedText(value, TEXT_PLACES);
  return { is: 'number', exact, text };
};

/** An irrational number: whoever knows the step of its bounds that it lies in knows how it rounds to fewer places. */
const showIrrational = (value: Irrational): ResultValue => {
  const low = roundExact(value, ENCLOSURE_STEP, 'floor');
  if (low === undefined || low < 0n)
    return { is: 'number', exact: showExact(value), text: showText(value) };
  const units = (low + TEXT_STEPS / 2n) / TEXT_STEPS;
  return { is: 'number', exact: boundsFrom(low), text: decimalText(units, TEXT_PLACES) };
};

const showNumber = (value: Exact): ResultValue =>
  isRational(value) ? showRational(value) : showIrrational(value);

/** A cell as the scorecard writes it. */
export const showCell = (cell: Cell, type: ValueType): ResultValue => {
  if (isAbsent(cell)) return { is: cell.absent, cause: cell.cause.pointer, code: cell.cause.code };
  if (isNumber(cell)) return showNumber(cell);
  if (typeof cell === 'boolean') return { is: 'truth', truth: cell };
  if (type.is === 'date') return { is: 'date', date: dayText(cell) };
  return { is: 'label', label: type.is === 'label' ? (type.labels.names[cell] ?? '') : '' };
};

/** Writes what slots hold, at a row for a column; a number that is met again in its place is written once. */
export type Show = (cell: Cell, slot: Slot, row: number | undefined) => ResultValue;

/** Numbers in their places, as they were written. */
interface Shown {
  readonly cells: Cell[];
  readonly values: ResultValue[];
}

/** Writes the cells of one evaluation of a plan of so many slots. */
export const makeShow = (slots: number): Show => {
  const singles: Shown = { cells: new Array<Cell>(slots), values: new Array<ResultValue>(slots) };
  const columns = new Map<number, Shown>();
  /** By value, because other slots take them over, and their texts are long. */
  const irrationals = new Map<Irrational, ResultValue>();

  const shownIn = (index: number): Shown => {
    let shown = columns.get(index);
    if (shown === undefined) {
      shown = { cells: [], values: [] };
      columns.set(index, shown);
    }
    return shown;
  };

  return (cell, slot, row) => {
    if (!isNumber(cell)) return showCell(cell, slot.type);
    if (!isRational(cell)) {
      const known = irrationals.get(cell) ?? showIrrational(cell);
      irrationals.set(cell, known);
      return known;
    }
    const { cells, values } = row === undefined ? singles : shownIn(slot.index);
    const at = row ?? slot.index;
    const known = values[at];
    if (known !== undefined && cells[at] === cell) return known;
    const value = showRational(cell);
    cells[at] = cell;
    values[at] = value;
    return value;
  };
};

/** Writes fractions down; one that is met again at once is written once. */
export type TextOf = (value: Rational) => string;

/** Writes the weights and shares of one evaluation. */
export const makeTextOf = (): TextOf => {
  let last = ONE;
  let text = '1';
  return (value) => {
    if (value === last) return text;
    last = value;
    text = exactText(value);
    return text;
  };
};

/** The content of a slot as the scorecard writes it. */
export const showSlot = (cell: Cell, slot: Slot): ResultValue => showCell(cell, slot.type);
