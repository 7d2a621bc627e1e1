import type { Scope } from '../rule/scope.js';
import type { Absent, Cell, Reader, Slot } from '../slot.js';
import { parameterOn } from './parameter-on.js';
import type { ParameterPlan } from './plan.js';

const NOTHING: Absent = { absent: 'missing', cause: { pointer: '', code: 'evidence.missing' } };

/** More combinations of classes than this are refused: each is checked. */
const MOST_COMBINATIONS = 4096;

/** Every combination of labels of the classes by which parameters vary. */
const combinations = (classes: readonly Slot[]): readonly ReadonlyMap<number, number>[] =>
  classes.reduce<readonly ReadonlyMap<number, number>[]>(
    (found, { index, type }) =>
      found.flatMap((each) =>
        (type.is === 'label' ? type.labels.names : []).map(
          (_, position) => new Map([...each, [index, position]]),
        ),
      ),
    [new Map()],
  );

/**
 * One reader for each day from which any parameter differs and each combination of classes: of parameters
 * and of the labels that choose among their values.
 *
 * Issues: `parameter.many_classes`
 */
export const momentsOf = (
  parameters: readonly ParameterPlan[],
  report: Scope['report'],
): readonly Reader[] => {
  const days = new Set<number | undefined>();
  for (const { values } of parameters) for (const { from } of values) days.add(from);
  const dated = [...days].filter((day) => day !== undefined).sort((a, b) => a - b);
  const bySlot = new Map(parameters.map((parameter) => [parameter.slot.index, parameter]));
  const classes = new Map(parameters.flatMap(({ by }) => (by ? [[by.index, by] as const] : [])));
  const count = [...classes.values()].reduce(
    (product, { type }) => product * (type.is === 'label' ? type.labels.names.length : 1),
    Math.max(1, dated.length),
  );
  if (count > MOST_COMBINATIONS) {
    report('parameter.many_classes', '/parameters', { found: count, limit: MOST_COMBINATIONS });
    return [];
  }
  const readerOn = (day: number | undefined, labels: ReadonlyMap<number, number>): Reader => {
    const reader: Reader = {
      cell: (slot): Cell => {
        const label = labels.get(slot.index);
        if (label !== undefined) return label;
        const parameter = bySlot.get(slot.index);
        const position = parameter?.by === undefined ? 0 : (labels.get(parameter.by.index) ?? 0);
        return (parameter && parameterOn(parameter, day, position)?.value) ?? NOTHING;
      },
      rowCount: () => NOTHING,
      atRow: () => reader,
    };
    return reader;
  };
  const moments = dated.length === 0 ? [undefined] : dated;
  return moments.flatMap((day) =>
    combinations([...classes.values()]).map((labels) => readerOn(day, labels)),
  );
};
