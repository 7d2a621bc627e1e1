import * as z from 'zod/mini';
import { compareExact, type Exact } from '../number/exact.js';
import { ONE, type Rational } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { reference } from '../rule/schema.js';
import { slotsOf, type Term } from '../rule/term.js';
import { isAbsent, isNumber, type Reader, type Slot } from '../slot.js';
import {
  absentHere,
  type Derived,
  type Member,
  libraryKind,
  type Reading,
  type KindExample,
} from './contract.js';
import { declaredIn } from './declared-unit.js';
import {
  type Better,
  BETTER,
  betterWords,
  PLACE,
  placeOf,
  TIES,
  type Ties,
  tieWords,
} from './place.js';

/** The place of each row among the rows of its table. */
export interface RankSpec {
  /** A column of the table, or a number `per` it. */
  readonly read: string;
  readonly better: Better;
  /** The place of equal values. */
  readonly ties: Ties;
}

interface RankNode {
  readonly slot: Slot;
  readonly value: Term;
  readonly table: number;
  readonly better: Better;
  readonly ties: Ties;
}

/** What one run knows of a table: the place of each row that has a value, and a row still awaited. */
interface Places {
  /** Undefined when one order could not be decided. */
  readonly byRow: ReadonlyMap<number, Rational> | undefined;
  readonly awaited?: number;
}

interface Entry {
  readonly row: number;
  readonly value: Exact;
}

/** Entries from the best down; undefined as soon as one order is undecided. */
const fromBest = (entries: readonly Entry[], better: Better): readonly Entry[] | undefined => {
  const undecided: Entry[] = [];
  const direction = better === 'higher' ? -1 : 1;
  const order = [...entries].sort((a, b) => {
    // Once one order is open the whole is: no further comparison is worth its time.
    const found = undecided.length === 0 ? compareExact(a.value, b.value) : 0;
    if (found === undefined) undecided.push(a);
    return direction * (found ?? 0) || a.row - b.row;
  });
  return undecided.length === 0 ? order : undefined;
};

/** The place of each row: equal values stand together, so that one walk from the best down gives all. */
const placesFrom = (
  order: readonly Entry[],
  ties: Ties,
): ReadonlyMap<number, Rational> | undefined => {
  const places = new Map<number, Rational>();
  let first = 0;
  let distinct = 0;
  while (first < order.length) {
    let end = first + 1;
    for (; end < order.length; end++) {
      const [one, other] = [order[first], order[end]];
      const found = one && other && compareExact(one.value, other.value);
      if (found === undefined) return undefined;
      if (found !== 0) break;
    }
    const place = placeOf({ better: first, distinct, equal: end - first }, ties);
    for (const { row } of order.slice(first, end)) places.set(row, place);
    distinct += 1;
    first = end;
  }
  return places;
};

const placesIn = (node: RankNode, reader: Reader): Places => {
  const count = reader.rowCount(node.table);
  const entries: Entry[] = [];
  let awaited: number | undefined;
  for (let row = 0; row < (typeof count === 'number' ? count : 0); row++) {
    const cell = evaluateTerm(node.value, reader.atRow(node.table, row));
    if (isNumber(cell)) entries.push({ row, value: cell });
    else if (isAbsent(cell) && cell.absent === 'pending') awaited ??= row;
  }
  const order = fromBest(entries, node.better);
  return {
    byRow: order && placesFrom(order, node.ties),
    ...(awaited === undefined ? {} : { awaited }),
  };
};

const compute = (node: RankNode, { byRow, awaited }: Places, reader: Reader): Derived => {
  const { row = 0 } = reader;
  const cell = evaluateTerm(node.value, reader);
  const own: Reading = { slot: node.slot, row, cell: reader.cell(node.slot), share: ONE };
  // The value of a row that is awaited may move every other: each place shows that it rests on one.
  const readings =
    awaited === undefined || awaited === row
      ? [own]
      : [
          own,
          {
            slot: node.slot,
            row: awaited,
            cell: reader.atRow(node.table, awaited).cell(node.slot),
          },
        ];
  if (isAbsent(cell)) return { cell, readings };
  const place = byRow?.get(row);
  return { cell: place ?? absentHere('undecided', 'number.undecided'), readings };
};

/**
 * The place of each row among all rows of its table that have a value, 1 for the best. Values are compared
 * exactly; a row without a value has that absence and takes no place.
 *
 * 1 + better (`min`), 1 + distinct better values (`dense`), 1 + better + (equal - 1) / 2 (`average`)
 *
 * Issues: `rank.needs_table`, `rank.not_a_column`, `name.*`, `unit.mismatch`
 * Source: usual definitions: competition ranking, dense ranking, fractional ranking (mid-ranks of Kendall 1945)
 */
export const rank = libraryKind({
  name: 'rank',
  version: 1,
  summary: {
    id: 'peringkat setiap baris di antara baris-baris tabelnya',
    en: 'the place of each row among the rows of its table',
  },
  source:
    '1 + better; 1 + distinct better values; 1 + better + (equal - 1) / 2 (M. G. Kendall, Biometrika 33, 1945)',
  schema: () => z.strictObject({ read: reference, better: z.enum(BETTER), ties: z.enum(TIES) }),
  reads: (spec: RankSpec) => [spec.read],
  compile: (spec: RankSpec, pointer, context) => {
    const { table } = context;
    if (table === undefined) {
      context.report('rank.needs_table', pointer);
      return undefined;
    }
    const declared = declaredIn(PLACE, pointer, context);
    const at = pointerTo(pointer, 'read');
    const value = compileRead(spec.read, at, context);
    const slot = value && slotsOf(value)[0];
    if (declared === undefined || value === undefined || slot === undefined) return undefined;
    if (slot.table !== table || value.type.is !== 'number') {
      context.report('rank.not_a_column', at, { name: spec.read });
      return undefined;
    }
    const node: RankNode = { slot, value, table, better: spec.better, ties: spec.ties };
    return { node, type: declared };
  },
  exact: (members: readonly Member<RankNode>[]) => (run) => {
    for (const member of members) {
      let places: Places | undefined;
      run.derive(member, (reader) => {
        places ??= placesIn(member.node, reader);
        return compute(member.node, places, reader);
      });
    }
  },
  // Sorting a million rows, the most that a table may have, compares each some twenty times.
  cost: () => ({ operations: 20 }),
  describe: ({ slot, better, ties }, language) => {
    const among = { id: 'di antara baris tabelnya', en: 'among the rows of its table' }[language];
    const place = { id: 'peringkat', en: 'the place of' }[language];
    const rules = `${betterWords(better)[language]}; ${tieWords(ties)[language]}`;
    return `${place} ${slot.name} ${among}, ${rules}`;
  },
  laws: ['total', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const rankExamples: readonly KindExample[] = [
  {
    title: { id: 'peringkat pegawai menurut nilai', en: 'employees by score' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 120 } },
      tables: {
        staff: {
          rowUnit: 'person',
          atMost: 100,
          ifMissing: 'pending',
          row: {
            score: {
              type: 'decimal',
              unit: 'points',
              min: 0,
              max: 120,
              step: '0.01',
              ifMissing: 'exclude',
            },
          },
        },
      },
    },
    indicator: {
      per: 'staff',
      unit: 'place',
      rank: { read: 'staff.score', better: 'higher', ties: 'min' },
    },
    evidence: {
      tables: { staff: { columns: ['score'], rows: [[90.5], [101], [90.5], [null], [78]] } },
    },
    gives: '2, 1, 2, missing, 4',
  },
];
