import type { Value } from '../../src/fast/build.js';
import type { Span } from '../../src/fast/span.js';
import type { Evidence } from '../../src/evidence/evidence.js';
import { runExactly } from '../../src/evaluate/run.js';
import type { Plan } from '../../src/index.js';
import { bitLength } from '../../src/number/bits.js';
import { exactText, significantDigits } from '../../src/number/decimal.js';
import { type Exact, isRational } from '../../src/number/exact.js';
import {
  absolute,
  compare,
  multiply,
  type Rational,
  rational,
  subtract,
} from '../../src/number/rational.js';
import { load } from '../../src/fast/memory.js';
import { makeNodes } from '../../src/fast/nodes.js';
import { runProgram } from '../../src/fast/run.js';
import { draftOf } from '../../src/plan/fast.js';
import { type Cell, isNumber } from '../../src/slot.js';

/** The value that a double is. */
export const valueOf = (double: number): Rational => {
  let [scaled, shift] = [double, 0n];
  for (; !Number.isInteger(scaled); scaled *= 2) shift += 1n;
  return rational(BigInt(scaled), 1n << shift);
};

const isOver = (value: Rational, limit: number): boolean =>
  Number.isNaN(limit) || (Number.isFinite(limit) && compare(value, valueOf(limit)) > 0);

/** So many bits of an irrational are looked at; none of the bounds is as fine. */
const BITS = 400;

/** A fraction, or one as near to an irrational as no bound asks. */
const nearby = (value: Exact): Rational => {
  if (isRational(value)) return value;
  const { lo, bits } = value.enclose(BITS);
  return rational(lo, 1n << BigInt(bits));
};

/** What of `span` does not hold for a double that stands for `exact`. */
export const brokenIn = (span: Span, double: number, exact: Exact): readonly string[] => {
  const value = nearby(exact);
  const off = absolute(subtract(valueOf(double), value));
  const size = absolute(value);
  const isZero = value.n === 0n;
  const claims: readonly (readonly [string, boolean])[] = [
    ['error', !isOver(off, span.error)],
    [
      'low',
      !Number.isNaN(span.low) && !(span.low > -Infinity && compare(value, valueOf(span.low)) < 0),
    ],
    ['high', !isOver(value, span.high)],
    [
      'relative',
      span.relative === Infinity || compare(off, multiply(valueOf(span.relative), size)) <= 0,
    ],
    ['least', isZero || (span.least < Infinity && !(compare(size, valueOf(span.least)) < 0))],
    ['places', span.places === undefined || 10n ** BigInt(span.places) % value.d === 0n],
    ['depth', isRational(exact) || exact.depth <= span.depth],
    [
      'bits',
      !isRational(exact) ||
        Math.max(bitLength(size.n), bitLength(size.d)) <= Math.max(span.bits, 1) + 1,
    ],
    [
      'decimal',
      !span.isDecimal ||
        (significantDigits(exactText(value)) <= 15 && Number(exactText(value)) === double + 0),
    ],
  ];
  return claims.flatMap(([name, holds]) => (holds ? [] : [name]));
};

const brokenAt = (span: Span, double: number, cell: Cell): readonly string[] => {
  if (Number.isNaN(double)) return [];
  if (isNumber(cell)) return brokenIn(span, double, cell);
  if (typeof cell === 'object') return ['a number where there is none'];
  return Number(cell) === double ? [] : ['another label, truth or day'];
};

/**
 * What the plan says of its doubles and what does not hold, after `score` has run for this evidence; with how many
 * doubles were looked at.
 */
export const claimsOf = (
  plan: Plan,
  evidence: Evidence,
): { readonly seen: number; readonly broken: readonly string[] } => {
  const { layout } = plan;
  const drafted = draftOf(layout);
  if ('why' in drafted || 'why' in layout.fast) return { seen: 0, broken: [] };
  const { numbers } = evidence;
  if (numbers === undefined) return { seen: 0, broken: [] };
  // Every operation is run, also those of which a plan does not need the result.
  const { draft } = drafted;
  const { memory } = layout.fast;
  const { at, link } = makeNodes(draft.constants, draft.ties);
  load({ inputs: layout.inputs.map((_, place) => at(place)), memory }, numbers);
  for (const [i, dated] of drafted.dated.entries())
    at(dated.at).v = layout.fast.dated[i]?.at.v ?? NaN;
  const { first, count } = link(draft.instructions);
  runProgram(first, count, memory);
  const { columns } = memory;
  const { reader } = runExactly(plan, evidence);
  const broken: string[] = [];
  let seen = 0;
  const look = (name: string, span: Span, double: number, cell: Cell): void => {
    seen += Number(!Number.isNaN(double));
    const found = brokenAt(span, double, cell);
    if (found.length > 0)
      broken.push(`${name}: ${found.join(', ')}: ${double} ${JSON.stringify(span)}`);
  };
  for (const slot of layout.slots) {
    const value: Value | undefined = drafted.draft.values.get(slot.index);
    if (value !== undefined) look(slot.name, value.span, at(value.place).v, reader.cell(slot));
    const column = drafted.draft.columns.get(slot.index);
    if (column === undefined || !('computed' in column.source)) continue;
    const count = reader.rowCount(column.table);
    for (let row = 0; row < Number(count); row++) {
      const double = columns[column.source.computed]?.[row] ?? NaN;
      look(slot.name, column.span, double, reader.atRow(column.table, row).cell(slot));
    }
  }
  return { seen, broken };
};
