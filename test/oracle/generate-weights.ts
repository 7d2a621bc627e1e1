import type { NumberLiteral, NumberSlot } from '../../src/rule/rule.js';
import type { Named } from './names.js';
import type { ComponentsSpec, Verb, WeightedSpec } from './specs.js';
import type { Tape } from './tape.js';

const sumsToOne: Readonly<Record<number, readonly (readonly NumberLiteral[])[]>> = {
  1: [[1], ['rest'], ['100%']],
  2: [
    ['50%', 'rest'],
    ['1/9', 'rest'],
    [0.11, 0.89],
    [0.25, '75%'],
    [1, 0],
    ['rest', '1/8'],
  ],
  3: [
    ['1/3', '1/3', 'rest'],
    ['1/9', '4/9', '4/9'],
    [0.3, 0.6, 0.1],
    ['50%', 'rest', '50%'],
    [0.125, 0.375, 'rest'],
  ],
  4: [
    ['25%', 'rest', '25%', '25%'],
    ['1/9', '1/3', '2/9', 'rest'],
    [0.11, 0.22, 0.33, 0.34],
  ],
};

/** Weights of so many parts, one of them perhaps a parameter. */
const weightsOf = (
  tape: Tape,
  parts: readonly Named[],
  names: readonly Named[],
): Record<string, NumberSlot> => {
  const shares = names.filter(({ name }) => name === 'share' || name === 'dated-share');
  const share =
    shares.length > 0 && parts.length === 2 && tape.chance(40) ? tape.pick(shares) : undefined;
  const pattern: readonly NumberSlot[] =
    share === undefined
      ? tape.pick(sumsToOne[parts.length] ?? [['rest']])
      : [{ var: share.name }, 'rest'];
  return Object.fromEntries(parts.map(({ name }, at) => [name, pattern[at] ?? 0]));
};

export const leaveOut = (tape: Tape): Pick<WeightedSpec, 'leaveOut'> =>
  tape.chance(50)
    ? {
        leaveOut: { atLeast: tape.pick<NumberLiteral>(['50%', 0, '1/3', '8/9', 0.11, 1, '62.5%']) },
      }
    : {};

export const weighted = (
  tape: Tape,
  parts: readonly Named[],
  names: readonly Named[],
): WeightedSpec => {
  const labels = names.filter(({ kind }) => kind.is === 'label' && kind.labels.length > 1);
  const chosen = (): readonly Named[] => tape.some(parts, 1, 4);
  if (labels.length > 0 && tape.chance(20)) {
    const by = tape.pick(labels);
    const sets = by.kind.is === 'label' ? by.kind.labels : [];
    const weights = Object.fromEntries(
      sets.map((label) => [label, weightsOf(tape, chosen(), names)]),
    );
    return { by: by.name, weights, ...leaveOut(tape) };
  }
  return { weights: weightsOf(tape, chosen(), names), ...leaveOut(tape) };
};

const placesToOne: Readonly<Record<number, readonly (readonly NumberLiteral[])[]>> = {
  1: [[1], ['100%']],
  2: [
    ['50%', '1/2'],
    ['1/9', '8/9'],
    [1, 0],
    [0.11, 0.89],
  ],
  3: [
    ['1/3', '1/3', '1/3'],
    [0.5, 0.3, '20%'],
    [0, 1, 0],
  ],
  4: [
    ['25%', '1/4', 0.25, '0.25'],
    ['4/9', '1/3', '1/9', '1/9'],
    [0.4, 0.3, 0.2, 0.1],
  ],
};

const EXPONENTS: readonly NumberLiteral[] = [2, '1/2', -1, 1, '-1/2', 3, '1/3', '150%', -2, 0.5];

/** Shares left out at each end. */
export const TRIMS: readonly NumberLiteral[] = ['25%', '1/3', 0.2, 0, '0.49'];

/** The verbs that take components of a list, and those that weigh. */
export const componentVerbs = (
  tape: Tape,
  parts: readonly Named[],
  names: readonly Named[],
): readonly (() => Verb)[] => {
  const chosen = (most: number): ComponentsSpec & { readonly of: readonly string[] } => ({
    of: tape.some(parts, 1, most).map(({ name }) => name),
    ...leaveOut(tape),
  });
  return [
    () => ({ min: chosen(3) }),
    () => ({ max: chosen(3) }),
    () => ({ median: chosen(5) }),
    () => ({
      trimmed: { ...chosen(6), trim: tape.pick(TRIMS) },
    }),
    () => {
      const spec = chosen(4);
      return { best: { ...spec, take: 1 + tape.int(spec.of.length) } };
    },
    () => {
      const spec = chosen(4);
      return {
        ordered: { ...spec, weights: tape.pick(placesToOne[spec.of.length] ?? [[1]]) },
      };
    },
    () => ({ geometric: weighted(tape, parts, names) }),
    () => ({ harmonic: weighted(tape, parts, names) }),
    () => ({ power: { exponent: tape.pick(EXPONENTS), ...weighted(tape, parts, names) } }),
  ];
};
