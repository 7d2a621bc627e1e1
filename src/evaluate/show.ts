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

/** A cell as the scorecard writes it. */
export const showCell = (cell: Cell, type: ValueType): ResultValue => {
  if (isAbsent(cell)) return { is: cell.absent, cause: cell.cause.pointer, code: cell.cause.code };
  if (isNumber(cell)) return isRational(cell) ? showRational(cell) : showIrrational(cell);
  if (typeof cell === 'boolean') return { is: 'truth', truth: cell };
  if (type.is === 'date') return { is: 'date', date: dayText(cell) };
  return { is: 'label', label: type.is === 'label' ? (type.labels.names[cell] ?? '') : '' };
};

/** Writes cells down; a number that is met again is written once. */
export type Show = (cell: Cell, type: ValueType) => ResultValue;

/** Writes the cells of one evaluation. */
export const makeShow = (): Show => {
  const known = new Map<Cell, ResultValue>();
  return (cell, type) => {
    if (!isNumber(cell)) return showCell(cell, type);
    const kept = known.get(cell);
    if (kept !== undefined) return kept;
    const shown = showCell(cell, type);
    known.set(cell, shown);
    return shown;
  };
};

/** Writes fractions down; one that is met again is written once. */
export type TextOf = (value: Rational) => string;

/** Writes the weights and shares of one evaluation. */
export const makeTextOf = (): TextOf => {
  const known = new Map<Rational, string>();
  return (value) => {
    if (value === ONE) return '1';
    const kept = known.get(value);
    if (kept !== undefined) return kept;
    const text = exactText(value);
    known.set(value, text);
    return text;
  };
};

/** The content of a slot as the scorecard writes it. */
export const showSlot = (cell: Cell, slot: Slot): ResultValue => showCell(cell, slot.type);
