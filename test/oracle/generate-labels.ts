import type { NumberLiteral, Rule } from '../../src/rule/rule.js';
import { choice } from './generate-numbers.js';
import { truthRule } from './generate-rules.js';
import { lookupVerbs, rising } from './generate-tables.js';
import {
  LABEL_SCALES,
  type LabelScale,
  LANDMARKS,
  type Named,
  numbers,
  readable,
  unitOfName,
} from './names.js';
import { leaveOut } from './generate-weights.js';
import type { Guard, PrintedGaps, RateSpec, Verb } from './specs.js';
import { MODES, type Surroundings } from './surroundings.js';
import type { Tape } from './tape.js';

const isLabel = (each: Named, scale: string): boolean =>
  each.kind.is === 'label' && each.kind.scale === scale;

const rateSpec = (
  tape: Tape,
  read: Named,
  scale: LabelScale,
  names: readonly Named[],
): RateSpec => {
  const scaled: readonly string[] = LABEL_SCALES[scale];
  // Where less is better the least values have the best label.
  const labels = tape.chance(30) ? scaled.toReversed() : scaled;
  const unit = unitOfName(read);
  const banded = labels.slice(1).filter(() => !tape.chance(20));
  const edges = rising(tape, unit, banded.length);
  const pairs = banded.flatMap((label, at) => {
    const edge = edges[at];
    return edge === undefined ? [] : [{ label, edge, isOpen: tape.chance(20) }];
  });
  const mapOf = (isOpen: boolean) =>
    Object.fromEntries(
      pairs.filter((pair) => pair.isOpen === isOpen).map(({ label, edge }) => [label, edge]),
    );
  const [from, above] = [mapOf(false), mapOf(true)];
  const guards = Object.fromEntries(
    pairs
      .filter(({ label }) => label !== scaled[0] && tape.chance(35))
      .map(({ label }): readonly [string, Guard] => [
        label,
        {
          when: truthRule(tape, names, 1),
          else: tape.pick(scaled.slice(0, scaled.indexOf(label))),
        },
      ]),
  );
  const isPrinted = pairs.length > 1 && Object.keys(above).length === 0 && tape.chance(40);
  const gap = tape.pick([1, 0.01]);
  const [lowest] = pairs;
  const under =
    lowest !== undefined && tape.chance(30)
      ? [[labels[0] ?? '', [null, Number((Number(lowest.edge) - gap).toFixed(4))]] as const]
      : [];
  const printed = Object.fromEntries([
    ...under,
    ...pairs.map(
      (
        { label, edge },
        at,
      ): readonly [string, readonly [NumberLiteral | null, NumberLiteral | null]] => {
        const next = pairs[at + 1];
        const high =
          next === undefined ? Number(edge) + 50 : Number((Number(next.edge) - gap).toFixed(4));
        return [
          label,
          [edge, next === undefined && tape.chance(50) ? null : Math.max(high, Number(edge))],
        ];
      },
    ),
  ]);
  const gaps: PrintedGaps = tape.pick<PrintedGaps>([
    'lower-edge',
    'report',
    { 'round-first': { places: tape.int(3), mode: tape.pick(MODES) } },
  ]);
  return {
    read: read.name,
    below: labels[0] ?? '',
    ...(Object.keys(from).length > 0 ? { from } : {}),
    ...(Object.keys(above).length > 0 ? { above } : {}),
    ...(Object.keys(guards).length > 0 ? { guards } : {}),
    ...(isPrinted ? { printed, gaps } : {}),
  };
};

/** A verb for a label of `scale`. */
export const labelVerb = (
  around: Surroundings,
  scale: LabelScale,
  table: string | undefined,
  preferred?: Named,
): Verb => {
  const { tape, names: all } = around;
  const names = readable(all, table);
  const labels: readonly string[] = LABEL_SCALES[scale];
  const same = names.filter((each) => isLabel(each, scale));
  const rated = numbers(names).filter((each) => Object.hasOwn(LANDMARKS, unitOfName(each)));
  const gives = (): Rule =>
    same.length > 0 && tape.chance(50) ? { var: tape.pick(same).name } : tape.pick(labels);
  const rate = (): Verb => ({
    rate: rateSpec(tape, preferred ?? tape.pick(rated), scale, names),
  });
  const verbs: (() => Verb)[] = [
    () => choice(tape, names, gives),
    () => ({ constant: tape.pick(labels) }),
  ];
  const first = same[0];
  if (first !== undefined) {
    verbs.push(() => ({
      formula: { if: [truthRule(tape, names, 2), { var: first.name }, gives()] },
    }));
    const components = (): { readonly of: readonly string[] } => ({
      of: tape.some(same, 1, 3).map(({ name }) => name),
      ...leaveOut(tape),
    });
    verbs.push(
      () => ({ max: components() }),
      () => ({ min: components() }),
    );
  }
  const grades = names.filter((each) => isLabel(each, 'grade'));
  const classes = names.filter((each) => isLabel(each, 'class'));
  if (scale === 'grade' && grades.length > 0 && classes.length > 0) {
    const matrix = (): Verb => ({
      matrix: { rows: tape.pick(grades).name, columns: tape.pick(classes).name, use: 'cross' },
    });
    verbs.unshift(matrix, matrix, matrix, matrix, matrix, matrix);
  }
  if (tape.chance(around.slots))
    verbs.push(() => ({ slot: { ifEmpty: tape.pick(['not-applicable', 'missing']) } }));
  verbs.unshift(...lookupVerbs(around, names, { scale }));
  if (rated.length > 0) verbs.unshift(rate, rate, rate);
  return preferred !== undefined && tape.chance(80) ? rate() : tape.pick(verbs)();
};

export const truthVerb = (around: Surroundings, table: string | undefined): Verb => {
  const { tape, names: all } = around;
  const names = readable(all, table);
  const operation = (): Verb => {
    const rule = truthRule(tape, names, 1 + tape.int(4));
    return typeof rule === 'object' ? { formula: rule } : { constant: rule };
  };
  return tape.pick([operation, () => choice(tape, names, () => truthRule(tape, names, 0))])();
};
