import type { Numbers } from '../fast/memory.js';
import { constantSpan } from '../fast/constant.js';
import { MOST_PLACES } from '../fast/span.js';
import { isRational } from '../number/exact.js';
import type { InputPlan, Plan, TablePlan } from '../plan/plan.js';
import { type Cell, isAbsent } from '../slot.js';
import type { EvidenceCells, TableEvidence } from './evidence.js';

/** A cell in doubles; undefined for one that a double does not stand for. */
const doubleOf = (cell: Cell | undefined): number | undefined => {
  if (cell === undefined) return undefined;
  if (typeof cell !== 'object') return Number(cell);
  if (isAbsent(cell) || !isRational(cell)) return undefined;
  const { double, span } = constantSpan(cell);
  return span.isDecimal && (span.places ?? 0) <= MOST_PLACES ? double : undefined;
};

const tableNumbers = (
  table: TablePlan,
  given: TableEvidence | undefined,
): readonly number[] | undefined => {
  if (given === undefined || given.totals !== undefined || table.members !== undefined)
    return undefined;
  const { panel } = table;
  const isAllowed = (cell: Cell | undefined): boolean => panel !== undefined && cell === undefined;
  const inputs: readonly InputPlan[] =
    panel === undefined ? table.columns : panel.questions.map(({ column }) => column);
  const found: (number | undefined)[] = [...(panel === undefined ? [] : (given.sources ?? []))];
  for (const [i, { when }] of inputs.entries()) {
    if (when !== undefined) return undefined;
    for (const cell of given.columns[i] ?? []) found.push(isAllowed(cell) ? NaN : doubleOf(cell));
  }
  const known = found.filter((each) => each !== undefined);
  return known.length === found.length ? known : undefined;
};

/**
 * Evidence in doubles; undefined where anything is absent, has more digits than a double keeps, or the plan is computed
 * exactly alone.
 */
export const numbersOf = ({ layout }: Plan, cells: EvidenceCells): Numbers | undefined => {
  if ('why' in layout.fast || cells.provisional.length > 0) return undefined;
  if (layout.inputs.some(({ when }) => when !== undefined)) return undefined;
  const values = cells.values.map(doubleOf);
  const known = values.filter((each) => each !== undefined);
  const tables = layout.tables.map((table, i) => tableNumbers(table, cells.tables[i]));
  const whole = tables.filter((each) => each !== undefined);
  if (known.length < values.length || whole.length < tables.length) return undefined;
  const rows = cells.tables.map((table) => table?.rows ?? 0);
  return { cells: Float64Array.from([...known, ...rows, ...whole.flat()]) };
};
