import type { PlainDocument as EvidenceDocument } from './plain.js';
import type { Indicator, Policy } from '../../src/policy/policy.js';
import type { NumberLiteral } from '../../src/rule/rule.js';
import {
  add,
  decimalText,
  divide,
  exactText,
  type Fraction,
  fraction,
  isZero,
  multiply,
  parse,
  placesOf,
  subtract,
} from './fraction.js';
import { oracle, type OracleOutcome } from './oracle.js';
import { TooNear } from './real.js';
import type { Tape } from './tape.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const outcomeOf = (policy: Policy, evidence: EvidenceDocument): OracleOutcome | undefined => {
  try {
    return oracle(policy, evidence);
  } catch (error) {
    if (error instanceof TooNear) return undefined;
    throw error;
  }
};

/** A fraction that the value is, if it is a number and rational: of any of its rows. */
const fractionIn = (value: string | readonly string[] | undefined): Fraction | undefined => {
  const texts = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  const text = texts.find((each) => /^-?\d+(\/\d+)?$/.test(each));
  return text === undefined ? undefined : parse(text);
};

/** As a JSON number, where a short decimal is one. */
const asNumber = (value: Fraction): number | undefined => {
  const places = placesOf(value);
  const text = places === undefined ? '' : decimalText(value, places);
  return text !== '' && text.replace(/\D/g, '').length <= 15 ? Number(text) : undefined;
};

/** All edges moved by as much, so that one of them is the value read. */
const bandsOn = (indicator: Indicator, value: Fraction, tape: Tape): Indicator => {
  if (!('rate' in indicator)) return indicator;
  const { printed, gaps, ...rate } = indicator.rate;
  const edges = [...Object.values(rate.from ?? {}), ...Object.values(rate.above ?? {})];
  if (edges.length === 0) return indicator;
  const shift = subtract(value, parse(tape.pick(edges)));
  const moved = (edge: NumberLiteral): string => exactText(add(parse(edge), shift));
  const movedAll = (edges: Readonly<Record<string, NumberLiteral>>) =>
    Object.fromEntries(Object.entries(edges).map(([label, edge]) => [label, moved(edge)]));
  return {
    ...indicator,
    rate: {
      ...rate,
      ...(rate.from === undefined ? {} : { from: movedAll(rate.from) }),
      ...(rate.above === undefined ? {} : { above: movedAll(rate.above) }),
      ...(printed === undefined || gaps === undefined
        ? {}
        : {
            gaps,
            printed: Object.fromEntries(
              Object.entries(printed).map(([label, [low, high]]) => [
                label,
                [low === null ? null : moved(low), high === null ? null : moved(high)] as const,
              ]),
            ),
          }),
    },
  };
};

const magnitude = (value: Fraction): Fraction =>
  fraction(value.n < 0n ? -value.n : value.n, value.d);

/** A rounding of which the value is a tie: by fewer places, or by a step. */
const roundTied = (indicator: Indicator, value: Fraction, tape: Tape): Indicator => {
  if (indicator.round === undefined || isZero(value)) return indicator;
  const { mode, for: purpose } = indicator.round;
  // (value / step) is then an odd number of halves.
  const step = divide(
    multiply(magnitude(value), fraction(2n)),
    fraction(tape.pick([1n, 5n, 25n, 3n])),
  );
  const places = placesOf(value);
  const isHalf = places !== undefined && places > 0 && decimalText(value, places).endsWith('5');
  if (isHalf && places <= 10 && tape.chance(70)) {
    return { ...indicator, round: { places: places - 1, mode, for: purpose } };
  }
  const stepPlaces = placesOf(step);
  if (stepPlaces === undefined || stepPlaces > 10) return indicator;
  return { ...indicator, round: { step: exactText(step), mode, for: purpose } };
};

/** The first number compared with a name that has a value becomes that value. */
const comparedOn = (json: Json, values: OracleOutcome['values'], done: { at: number }): Json => {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json))
    return (json as readonly Json[]).map((each) => comparedOn(each, values, done));
  return Object.fromEntries(
    Object.entries(json).map(([key, inside]): [string, Json] => {
      if (['>=', '>', '<', '<=', '==', '!='].includes(key) && Array.isArray(inside)) {
        const [left, right] = inside as readonly Json[];
        if (
          typeof right === 'number' &&
          typeof left === 'object' &&
          left !== null &&
          'var' in left
        ) {
          const name = left['var'];
          const value = fractionIn(typeof name === 'string' ? values[name] : undefined);
          const exact = value === undefined ? undefined : asNumber(value);
          if (exact !== undefined) {
            done.at -= 1;
            if (done.at === -1) return [key, [left, exact]];
          }
        }
      }
      return [key, comparedOn(inside, values, done)];
    }),
  );
};

const withIndicator = (policy: Policy, name: string, indicator: Indicator): Policy => ({
  ...policy,
  indicators: { ...policy.indicators, [name]: indicator },
});

/** The curve that the indicator reads moved so that an edge is the value read, in the curve's own unit. */
const curveOn = (policy: Policy, indicator: Indicator, value: Fraction, tape: Tape): Policy => {
  if (!('curve' in indicator)) return policy;
  const { read, use } = indicator.curve;
  const curve = policy.curves?.[use];
  const given = policy.inputs?.[read];
  const unit =
    policy.indicators[read]?.unit ?? (given !== undefined && 'unit' in given ? given.unit : '');
  if (curve === undefined || unit !== curve.from) return policy;
  const edges = [
    ...(curve.line ?? []).map(([x]) => x),
    ...(curve.steps ?? []).flatMap(({ from, above }) => from ?? above ?? []),
  ];
  if (edges.length === 0) return policy;
  const shift = subtract(value, parse(tape.pick(edges)));
  const moved = (edge: NumberLiteral): string => exactText(add(parse(edge), shift));
  const on = {
    ...curve,
    ...(curve.line === undefined
      ? {}
      : { line: curve.line.map(([x, y]) => [moved(x), y] as const) }),
    ...(curve.steps === undefined
      ? {}
      : {
          steps: curve.steps.map((step) => ({
            ...step,
            ...(step.from === undefined ? {} : { from: moved(step.from) }),
            ...(step.above === undefined ? {} : { above: moved(step.above) }),
          })),
        }),
  };
  return { ...policy, curves: { ...policy.curves, [use]: on } };
};

/** The policy with some of its edges and roundings put exactly on the values that the evidence gives. */
export const sharpened = (policy: Policy, evidence: EvidenceDocument, tape: Tape): Policy => {
  let sharp = policy;
  // From the inputs on, so that what was put in place stays.
  for (const name of Object.keys(policy.indicators)) {
    const outcome = outcomeOf(sharp, evidence);
    const indicator = sharp.indicators[name];
    if (outcome === undefined || indicator === undefined) continue;
    const given = evidence.values ?? {};
    const values = {
      ...outcome.values,
      ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, exactOf(value)])),
    };
    const compared = comparedOn(asJson(indicator), values, { at: tape.int(2) });
    // The same indicator, one number changed.
    sharp = withIndicator(sharp, name, compared as unknown as Indicator);
    const now = sharp.indicators[name] ?? indicator;
    const read = 'rate' in now ? now.rate.read : 'curve' in now ? now.curve.read : undefined;
    const value = read === undefined ? undefined : fractionIn(values[read]);
    if (value !== undefined && tape.chance(70)) {
      sharp = withIndicator(sharp, name, bandsOn(now, value, tape));
      sharp = curveOn(sharp, now, value, tape);
    }
    if (now.round !== undefined && tape.chance(70)) {
      const before = fractionIn(outcomeOf(sharp, evidence)?.unrounded[name]);
      if (before !== undefined) {
        sharp = withIndicator(sharp, name, roundTied(now, before, tape));
      }
    }
  }
  return sharp;
};

const exactOf = (value: string | number | boolean | null): string => {
  if (typeof value === 'number') return exactText(parse(value));
  return typeof value === 'string' && /^-?[\d.]+$/.test(value)
    ? exactText(parse(value))
    : String(value);
};

const asJson = (indicator: Indicator): Json => JSON.parse(JSON.stringify(indicator)) as Json;
