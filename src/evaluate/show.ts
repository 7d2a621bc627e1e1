import { dayText } from '../day.js';
import { type Exact, isRational, roundExact } from '../number/exact.js';
import { decimalText, exactText } from '../number/decimal.js';
import { placesStep } from '../number/round.js';
import { type Cell, isAbsent, isNumber, type Slot, type ValueType } from '../slot.js';
import type { Enclosure, ResultValue } from './scorecard.js';

/** Places to which bounds of an irrational are written. */
const ENCLOSURE_PLACES = 20;
/** Places of a number's plain text, where it does not terminate sooner. */
const TEXT_PLACES = 6;

/** A number as exact text, or bounds for an irrational. */
export const showExact = (value: Exact): string | Enclosure => {
  if (isRational(value)) return exactText(value);
  const step = placesStep(ENCLOSURE_PLACES);
  const low = roundExact(value, step, 'floor');
  if (low === undefined) return { atLeast: '?', atMost: '?' };
  return {
    atLeast: decimalText(low, ENCLOSURE_PLACES),
    atMost: decimalText(low + 1n, ENCLOSURE_PLACES),
  };
};

/** A number for a person: exact where it terminates within six places, otherwise rounded half-up there. */
const showText = (value: Exact): string => {
  if (isRational(value)) {
    const text = exactText(value);
    if (!text.includes('/') && (text.split('.')[1]?.length ?? 0) <= TEXT_PLACES) return text;
  }
  const units = roundExact(value, placesStep(TEXT_PLACES), 'half-up');
  return units === undefined ? '?' : decimalText(units, TEXT_PLACES);
};

/** A cell as the scorecard writes it. */
export const showCell = (cell: Cell, type: ValueType): ResultValue => {
  if (isAbsent(cell)) return { is: cell.absent, cause: cell.cause.pointer, code: cell.cause.code };
  if (isNumber(cell)) return { is: 'number', exact: showExact(cell), text: showText(cell) };
  if (typeof cell === 'boolean') return { is: 'truth', truth: cell };
  if (type.is === 'date') return { is: 'date', date: dayText(cell) };
  return { is: 'label', label: type.is === 'label' ? (type.labels.names[cell] ?? '') : '' };
};

/** The content of a slot as the scorecard writes it. */
export const showSlot = (cell: Cell, slot: Slot): ResultValue => showCell(cell, slot.type);
