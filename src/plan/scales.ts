import type { NumericScale } from '../indicator/contract.js';
import { compare, sign } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Policy } from '../policy/policy.js';
import { reportUnknownLabel } from '../rule/label.js';
import { numberAt } from '../rule/literal.js';
import type { Scope } from '../rule/scope.js';
import type { Labels } from '../slot.js';
import { nearest } from '../suggest.js';
import { declareUnits } from './units.js';
import { RESERVED_UNITS, type UnitOrAny } from '../unit.js';

type Report = Scope['report'];

/** The scales of a policy, numeric ones by the unit they are. */
export interface Scales {
  readonly numeric: ReadonlyMap<string, NumericScale>;
  readonly labels: ReadonlyMap<string, Labels>;
  readonly scaleOf: (unit: UnitOrAny) => NumericScale | undefined;
  /** The unit that a text names, or undefined after a report. */
  readonly unit: Scope['unit'];
  /** Every base name of a unit that was read, as the policy is compiled. */
  readonly unitNames: ReadonlySet<string>;
}

/** `names` as the labels of one set, with repetitions reported. */
export const labelsAt = (
  names: readonly string[],
  place: { readonly pointer: Pointer; readonly scale?: string },
  report: Report,
): Labels => {
  const seen = new Set<string>();
  for (const [i, label] of names.entries()) {
    if (seen.has(label)) report('scale.label_twice', pointerTo(place.pointer, i), { label });
    seen.add(label);
  }
  return place.scale === undefined
    ? { names, ordered: false }
    : { names, ordered: true, scale: place.scale };
};

/**
 * The scales that `policy` declares, their ends checked for order.
 *
 * Issues: `scale.order`, `scale.label_twice`, `scale.reserved`, `number.unreadable`, `input.step`, `unit.*`
 */
export const declareScales = (policy: Policy, report: Report): Scales => {
  const numeric = new Map<string, NumericScale>();
  const labels = new Map<string, Labels>();
  for (const [name, spec] of Object.entries(policy.scales ?? {})) {
    const pointer = pointerTo('/scales', name);
    if ('labels' in spec) {
      for (const label of Object.keys(spec.titles ?? {})) {
        if (spec.labels.includes(label)) continue;
        reportUnknownLabel(label, spec.labels, pointerTo(pointer, 'titles', label), report);
      }
      labels.set(
        name,
        labelsAt(spec.labels, { pointer: pointerTo(pointer, 'labels'), scale: name }, report),
      );
      continue;
    }
    if (RESERVED_UNITS.includes(name)) report('scale.reserved', pointer, { name });
    const worst = numberAt(spec.worst, pointerTo(pointer, 'worst'), report);
    const full = numberAt(spec.full, pointerTo(pointer, 'full'), report);
    const best = numberAt(spec.best, pointerTo(pointer, 'best'), report);
    const step =
      spec.step === undefined ? undefined : numberAt(spec.step, pointerTo(pointer, 'step'), report);
    if (!worst || !full || !best || (spec.step !== undefined && !step)) continue;
    const direction = compare(full, worst);
    if (direction === 0 || compare(best, full) === -direction) report('scale.order', pointer);
    if (step && sign(step) <= 0) report('input.step', pointerTo(pointer, 'step'));
    numeric.set(name, { name, worst, full, best, ...(step === undefined ? {} : { step }) });
  }
  const scaleOf = (unit: UnitOrAny): NumericScale | undefined => {
    if (unit === 'any' || unit.dimensions.size !== 1) return undefined;
    const [[base, exponent] = ['', 0]] = unit.dimensions;
    return exponent === 1 && unit.factor.n === unit.factor.d ? numeric.get(base) : undefined;
  };
  const units = declareUnits(policy, report);
  return { numeric, labels, scaleOf, unit: units.read, unitNames: units.used };
};

/** The labels of the scale `name`, or undefined after a report. */
export const labelScale = (
  name: string,
  pointer: Pointer,
  scales: Scales,
  report: Report,
): Labels | undefined => {
  const labels = scales.labels.get(name);
  if (labels !== undefined) return labels;
  if (scales.numeric.has(name)) report('scale.not_labels', pointer, { name });
  else report('name.unknown_scale', pointer, { name, ...nearest(name, [...scales.labels.keys()]) });
  return undefined;
};
