import type { Pointer } from '../pointer.js';
import { nearest } from '../suggest.js';
import type { Scope } from './scope.js';

/** More labels than this are not listed in a message, which is shortened anyway. */
const MOST_SHOWN = 20;

/** Says that `found` is none of `names`, and which it may have been meant to be. */
export const reportUnknownLabel = (
  found: string,
  names: readonly string[],
  pointer: Pointer,
  report: Scope['report'],
): void => {
  report('name.unknown_label', pointer, {
    found,
    expected: names.slice(0, MOST_SHOWN).join(', ') + (names.length > MOST_SHOWN ? ', …' : ''),
    ...nearest(found, names),
  });
};

/**
 * The position of `label` among `names`, or undefined after a report.
 *
 * Issues: `name.unknown_label`
 */
export const labelAt = (
  label: string,
  names: readonly string[],
  pointer: Pointer,
  report: Scope['report'],
): number | undefined => {
  const position = names.indexOf(label);
  if (position >= 0) return position;
  reportUnknownLabel(label, names, pointer, report);
  return undefined;
};
