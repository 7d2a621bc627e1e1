import type { Pointer } from '../pointer.js';
import type { ValueType } from '../slot.js';
import { conversionFactor, type Unit, unitText } from '../unit.js';
import { type CompileContext, declaredNumber } from './contract.js';

/** The declared type, for a verb whose values are always in `unit`; undefined after a report. */
export const declaredIn = (
  unit: Unit,
  pointer: Pointer,
  context: CompileContext,
): (ValueType & { readonly is: 'number' }) | undefined => {
  const declared = declaredNumber(pointer, context);
  if (declared === undefined || conversionFactor(unit, declared.unit) !== undefined)
    return declared;
  const params = { found: unitText(unit), expected: unitText(declared.unit) };
  context.report('unit.mismatch', pointer, params);
  return undefined;
};
