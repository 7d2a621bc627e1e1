// One subject, files and columns: ratios to what they are compared with.
import {
  atLeast,
  atMost,
  batchOf,
  besideOf,
  columnsOf,
  faster,
  quotient,
  rowOf,
} from './figure.mjs';

/** What an outcome does that a function by hand does not. */
const OUTCOME =
  'a plan is data: its operations are objects that one loop calls in turn, where a function by hand is machine code of these rules alone; and besides it reads checked evidence, tests every decision against its bound and makes an outcome with its text';

const ofOutcomes = (result) => [
  atMost('an outcome, to the hand-written function', 2, rowOf(result, 'timbang'), {
    why: `Without generated code ${OUTCOME}.`,
  }),
  faster(result, {
    figure: 'an outcome, times faster than json-logic-js',
    gate: 80,
    peer: 'json-logic-js',
    why: 'The peer is at its best: a flat record, weights multiplied out, and operations of its host for trimmed means, powers and rounding, so that of these it interprets nothing.',
  }),
  faster(result, {
    figure: 'an outcome, times faster than json-logic-engine, built',
    gate: 5,
    peer: 'json-logic-engine-built',
    why: 'The peer makes its rules into functions by `eval`, which a strict content security policy forbids and this library does not use; trimmed means, powers and rounding are functions of its host.',
  }),
  faster(result, {
    figure: 'an outcome, times faster than json-logic-engine, interpreted',
    gate: 18,
    peer: 'json-logic-engine',
    why: 'The peer turns its rules into closures when it first meets them, and has trimmed means, powers and rounding from its host.',
  }),
  faster(result, {
    figure: 'an outcome, times faster than zen, one call each',
    gate: 300,
    peer: 'zen',
    why: 'Every call pays the way into native code and back; what is missing is in the time of the outcome itself.',
  }),
  faster(result, {
    figure: 'an outcome, times faster than zen, 1,000 in a call',
    gate: 300,
    peer: 'zen-batch',
    why: 'Many subjects in a call pay the way into native code and back once, so that only its decimals are left to be beaten.',
  }),
  faster(result, {
    figure: 'an outcome, times faster than json-rules-engine (rules and bands only)',
    gate: 200,
    peer: 'json-rules-engine',
    why: 'The peer computes rules and bands alone: its indicators, ratings and tree are those of the hand-written function, and come at its price.',
  }),
  atMost('the filter on, to the filter off', 1.05, besideOf(result, 'filter-on'), {
    why: 'The builds differ in the tests of decisions alone; so little is told only where the machine is quiet.',
  }),
  atMost('integer percentages, to mixed data', 1.35, besideOf(result, 'integer-percentages'), {
    why: 'On whole percentages some subjects are exact ties (the last column of their table says how many), and exact arithmetic takes many times what doubles take.',
  }),
];

const ofScorecards = (result) => [
  faster(result, {
    figure: 'a scorecard, times faster than zen with its trace',
    gate: 6,
    peer: 'zen-trace',
    own: 'timbang-evaluate',
    why: 'A scorecard is computed in exact fractions throughout, roots enclosed, and says of every indicator what it read, by which rule and citation, and what it cost in points; zen’s trace holds what went into and came out of its nodes.',
  }),
  faster(result, {
    figure: 'a scorecard, times faster than json-logic-js, which has no trace',
    gate: 6,
    peer: 'json-logic-js',
    own: 'timbang-evaluate',
    why: 'In that time there would have to be a whole scorecard, with exact fractions, reasons and a trace for every indicator; the peer gives a number and a label in doubles.',
  }),
];

const NDJSON = { noise: 'batch' };

const ofFiles = (result) => [
  atMost(
    'NDJSON, one thread: scored, to JSON.parse alone',
    1.3,
    batchOf(result, 'timbang-score-each'),
    {
      ...NDJSON,
      why: 'No door scores a line that was not checked: names, types, bounds, steps, repeated keys and numbers that no double holds are part of this row.',
    },
  ),
  atMost(
    'NDJSON, one thread: checked, scored, written, to JSON.parse alone',
    1.6,
    batchOf(result, 'timbang-ndjson'),
    {
      ...NDJSON,
      why: 'Digests of input and output are computed and every result is written besides.',
    },
  ),
  atMost(
    'NDJSON, two workers: checked, scored, written, to JSON.parse alone on one thread',
    0.8,
    batchOf(result, 'timbang-ndjson-workers'),
    {
      ...NDJSON,
      why: 'The library is loaded and the plan compiled in the main thread and again in every worker before the first line; of a whole process over a file of this length that is a good part, and of a longer one less.',
    },
  ),
  atMost(
    'columns, one thread, to the hand-written loop over columns',
    1.5,
    columnsOf(result, 'timbang-columns'),
    {
      noise: 'columns',
      why: 'Every value is checked against its bounds and its step, and every decision against its bound; the loop by hand does neither.',
    },
  ),
  atLeast(
    'columns, two workers, times faster than DuckDB on a table in memory, two threads',
    1.5,
    quotient(columnsOf(result, 'duckdb-table-2'), columnsOf(result, 'timbang-columns-workers')),
    {
      noise: 'columns',
      why: 'Both compute by blocks on both cores; the library checks every value and tests every decision besides.',
    },
  ),
];

export const timed = (result) => [ofOutcomes, ofScorecards, ofFiles].flatMap((of) => of(result));
