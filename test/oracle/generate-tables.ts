import type { NumberLiteral } from '../../src/rule/rule.js';
import { literal } from './generate-rules.js';
import type { Surroundings } from './surroundings.js';
import {
  LABEL_SCALES,
  type LabelScale,
  labels,
  LANDMARKS,
  type Named,
  numbers,
  unitOfName,
} from './names.js';
import type { CurveSpec, LookupSpec, LookupValues, Verb } from './specs.js';
import type { Tape } from './tape.js';

/** What leads into a lookup: a label of a scale, or a number. */
interface Key {
  readonly name: string;
  readonly key: LookupSpec['keys'][number];
}

const isScale = (scale: string | undefined): scale is LabelScale =>
  scale === 'grade' || scale === 'class';

/** A key and its entries: every label, or some numbers. */
const entriesOf = (tape: Tape, key: Key['key']): readonly string[] => {
  if (typeof key === 'string') return isScale(key) ? LABEL_SCALES[key] : [];
  return tape.some([...new Set(LANDMARKS[key.unit] ?? [])], 2, 4);
};

/** One to three labels and numbers, and the entry that each way leads to. */
export const lookupVerbs = (
  { tape, lookups, prefix }: Surroundings,
  names: readonly Named[],
  gives: { readonly unit: string } | { readonly scale: LabelScale },
): readonly (() => Verb)[] => {
  const ofLabel = labels(names).flatMap(({ name, scale }): readonly Key[] =>
    isScale(scale) ? [{ name, key: scale }] : [],
  );
  const ofNumber = numbers(names).flatMap((each): readonly Key[] => {
    const unit = unitOfName(each);
    if (!Object.hasOwn(LANDMARKS, unit)) return [];
    const key = { unit, match: tape.pick(['from', 'exact', 'from'] as const) };
    return [{ name: each.name, key }];
  });
  const leaf = (): NumberLiteral =>
    'unit' in gives ? literal(tape, gives.unit) : tape.pick<string>(LABEL_SCALES[gives.scale]);
  const below = ([key, ...others]: readonly Key['key'][]): Record<string, LookupValues> =>
    Object.fromEntries(
      (key === undefined ? [] : entriesOf(tape, key)).map((entry) => [
        entry,
        others.length === 0 ? leaf() : below(others),
      ]),
    );
  const verb = (): Verb => {
    const some = [...tape.some(ofLabel, 0, 2), ...tape.some(ofNumber, 0, 1)];
    const read = tape.some(some.length > 0 ? some : [...ofLabel, ...ofNumber], 1, 3).slice(0, 3);
    const use = `${prefix}lookup-${String(Object.keys(lookups).length)}`;
    const keys = read.map(({ key }) => key);
    lookups[use] = { keys, ...gives, values: below(keys) };
    return { lookup: { read: read.map(({ name }) => name), use } };
  };
  return ofLabel.length + ofNumber.length > 0 ? [verb] : [];
};

/** `count` landmarks of a unit, from the least up. */
export const rising = (tape: Tape, unit: string, count: number): readonly NumberLiteral[] =>
  [...tape.some([...new Set(LANDMARKS[unit] ?? [])], count, count)]
    .sort((a, b) => Number(a) - Number(b))
    .map((text) => (tape.chance(50) ? text : Number(text)));

export const curveSpec = (tape: Tape, from: string, to: string): CurveSpec => {
  const edges = rising(tape, from, 2 + tape.int(2));
  if (tape.chance(50)) {
    const outside = tape.pick([{}, { outside: 'hold' }, { outside: 'extend' }] as const);
    const line = edges.map((x): readonly [NumberLiteral, NumberLiteral] => [x, literal(tape, to)]);
    return { from, to, line, ...outside };
  }
  return {
    from,
    to,
    steps: [
      ...(tape.chance(60) ? [{ gives: literal(tape, to) }] : []),
      ...edges.map((edge) =>
        tape.chance(50)
          ? { from: edge, gives: literal(tape, to) }
          : { above: edge, gives: literal(tape, to) },
      ),
      ...(tape.chance(30) ? [{ missing: true as const, gives: literal(tape, to) }] : []),
    ],
  };
};
