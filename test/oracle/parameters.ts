import type { InputSpec, ParameterValue } from '../../src/policy/policy.js';
import { unitOf } from './unit.js';
import {
  equal,
  get,
  isAbsent,
  literalOf,
  MISSING,
  must,
  number,
  textIn,
  type Value,
} from './value.js';
import { type Cells, rowsOf, type World } from './world.js';

/** The days of every date input and date column, in order, whether or not they apply. */
const datesIn = ({ policy, evidence }: World): readonly string[] => {
  const dates: string[] = [];
  const collect = (specs: Readonly<Record<string, InputSpec>>, cells: Cells): void => {
    for (const [name, spec] of Object.entries(specs)) {
      const given = get(cells, name);
      if (spec.type === 'date' && typeof given === 'string') dates.push(given);
    }
  };
  collect(policy.inputs ?? {}, evidence.values ?? {});
  for (const [name, spec] of Object.entries(policy.tables ?? {})) {
    for (const cells of rowsOf(get(evidence.tables, name) ?? [])) collect(spec.row, cells);
  }
  return dates.sort();
};

/** The value of the latest date not after the day. */
const since = (
  values: Readonly<Record<string, ParameterValue>>,
  day: string | undefined,
): ParameterValue | undefined => {
  const begun = Object.keys(values)
    .filter((from) => day !== undefined && from <= day)
    .sort();
  return get(values, begun.at(-1) ?? '');
};

/** The value of a parameter on a day, for the subject's own class. */
const onDay = (world: World, name: string, day: string | undefined): Value => {
  const spec = must(get(world.policy.parameters, name), name);
  const chosenBy = spec.by === undefined ? undefined : world.read(spec.by, undefined);
  if (chosenBy !== undefined && isAbsent(chosenBy)) return chosenBy;
  const given = spec.is ?? since(must(spec.since, 'since'), day);
  if (given === undefined) return MISSING;
  const literal =
    typeof given === 'object' ? must(get(given, textIn(chosenBy ?? MISSING)), 'class') : given;
  return number(literalOf(literal).value, unitOf(spec.unit ?? 'ratio'));
};

export const parameter = (world: World, name: string): Value =>
  onDay(world, name, world.evidence.asOf ?? datesIn(world).at(-1));

/** Whether the days of the evidence lie on both sides of a change that counts for the subject. */
export const isChanged = (world: World, name: string): boolean => {
  const spec = get(world.policy.parameters, name);
  if (world.evidence.asOf !== undefined || spec?.since === undefined) return false;
  const days = datesIn(world);
  const [before, after] = [onDay(world, name, days[0]), onDay(world, name, days.at(-1))];
  if (isAbsent(before) || isAbsent(after)) return isAbsent(before) !== isAbsent(after);
  return !equal(before, after);
};
