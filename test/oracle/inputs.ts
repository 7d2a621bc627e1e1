import type { EvidenceValue } from '../../src/evidence/evidence.js';
import type { IfMissing, InputSpec } from '../../src/policy/policy.js';
import { ONE, parse, ZERO } from './fraction.js';
import { real } from './real.js';
import { rule } from './rules.js';
import { unitOf } from './unit.js';
import {
  absent,
  isAbsent,
  isTrue,
  isUsable,
  label,
  MISSING,
  must,
  number,
  truth,
  type Value,
} from './value.js';
import { labelsOf, type Row, type World } from './world.js';

/** What a declared absence gives. */
export const byIfMissing = (
  ifMissing: IfMissing,
  use: (given: EvidenceValue) => Value | undefined = () => undefined,
): Value => {
  if (ifMissing === 'fail') return absent('failed');
  if (ifMissing === 'pending') return absent('pending');
  if (ifMissing === 'exclude') return MISSING;
  return use(ifMissing.use) ?? MISSING;
};

const typed = (world: World, spec: InputSpec, given: EvidenceValue): Value | undefined => {
  if (given === null) return undefined;
  if (typeof given === 'boolean') return truth(given);
  switch (spec.type) {
    case 'label':
      return label(
        String(given),
        spec.scale === undefined ? undefined : labelsOf(world, spec.scale),
      );
    case 'date':
      return { is: 'date', day: String(given) };
    case 'decimal':
    case 'integer':
      return number(real(parse(given)), unitOf(spec.unit));
    case 'boolean':
      throw new TypeError('a yes/no that is neither');
  }
};

/** Within its bounds and on its step. */
const isInBounds = (spec: InputSpec, given: number | string): boolean => {
  if (spec.type !== 'decimal' && spec.type !== 'integer') return true;
  const min = parse(spec.min);
  const ends = { min, max: parse(spec.max), from: spec.type === 'integer' ? ZERO : min };
  const step =
    spec.type === 'integer' ? ONE : spec.step === undefined ? undefined : parse(spec.step);
  return isUsable(parse(given), step === undefined ? ends : { ...ends, step });
};

/** Whether a value of the evidence counts. */
export const isGiven = (spec: InputSpec, given: EvidenceValue | undefined): boolean =>
  given !== undefined && given !== null && (typeof given === 'boolean' || isInBounds(spec, given));

/** An input, or a column of a row. */
export const input = (
  world: World,
  spec: InputSpec,
  given: EvidenceValue | undefined,
  row: Row | undefined,
): Value => {
  if (spec.when !== undefined) {
    const when = rule(world, spec.when, row);
    if (isAbsent(when)) return when;
    if (!isTrue(when)) return absent('not-applicable');
  }
  if (!isGiven(spec, given)) return byIfMissing(spec.ifMissing, (use) => typed(world, spec, use));
  return must(typed(world, spec, given ?? null), 'value');
};
