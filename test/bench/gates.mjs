// What a run has to reach, as ratios: nanoseconds of one machine say nothing about another.
//
// A gate is judged by the median, less what two runs of equal code differed by on the same machine (the range of
// the A/A row): it is missed only where noise cannot explain it.

const ratioOf = (result, id, profile = 'mixed') =>
  result.rows.find((row) => row.id === id && row.profile === profile)?.ratioToHand?.median;
const besideOf = (result, id) => result.beside.find((each) => each.id === id)?.ratio.median;
const batchOf = (result, id) => result.batch.find((row) => row.id === id);
const columnsOf = (result, id) => result.columns.find((row) => row.id === id);
const quotient = (a, b) => (a === undefined || b === undefined ? undefined : a / b);

const timesFaster = (result, peer, own = 'timbang') =>
  quotient(ratioOf(result, peer), ratioOf(result, own));

const atMost = (figure, gate, measured) => ({ figure, is: 'at most', gate, measured });
const atLeast = (figure, gate, measured) => ({ figure, is: 'at least', gate, measured });
/** Counted, not timed: no noise is taken off. */
const counted = (figure, gate, measured) => ({ figure, is: 'counted', gate, measured });

const wrongOf = (result) => {
  // Without the filter nobody is asked: that row shows what the filter is for.
  const isOwn = ({ id }) => id.startsWith('timbang') && id !== 'timbang-filter-off';
  const known = [...result.rows.filter(isOwn), ...result.beside].flatMap(
    ({ wrongPerMillion }) => wrongPerMillion ?? [],
  );
  const differences = result.exactness.map((each) => each.differences);
  return known.length === 0 ? undefined : Math.max(...known, ...differences);
};

const figures = (result) => [
  atMost('an outcome, to the hand-written function', 2, ratioOf(result, 'timbang')),
  atLeast('an outcome, times faster than json-logic-js', 80, timesFaster(result, 'json-logic-js')),
  atLeast(
    'an outcome, times faster than json-logic-engine, built',
    5,
    timesFaster(result, 'json-logic-engine-built'),
  ),
  atLeast(
    'an outcome, times faster than json-logic-engine, interpreted',
    18,
    timesFaster(result, 'json-logic-engine'),
  ),
  atLeast('an outcome, times faster than zen, one call each', 300, timesFaster(result, 'zen')),
  atLeast(
    'an outcome, times faster than zen, 1,000 in a call',
    300,
    timesFaster(result, 'zen-batch'),
  ),
  atLeast(
    'an outcome, times faster than json-rules-engine (rules and bands only)',
    200,
    timesFaster(result, 'json-rules-engine'),
  ),
  atMost('the filter on, to the filter off', 1.05, besideOf(result, 'filter-on')),
  atMost('integer percentages, to mixed data', 1.35, besideOf(result, 'integer-percentages')),
  atLeast(
    'a scorecard, times faster than zen with its trace',
    6,
    timesFaster(result, 'zen-trace', 'timbang-evaluate'),
  ),
  atLeast(
    'a scorecard, times faster than json-logic-js, which has no trace',
    6,
    timesFaster(result, 'json-logic-js', 'timbang-evaluate'),
  ),
  atMost(
    'NDJSON, one thread: scored, to JSON.parse alone',
    1.3,
    batchOf(result, 'timbang-score')?.ratioToBareParse,
  ),
  atMost(
    'NDJSON, one thread: checked, scored, written, to JSON.parse alone',
    1.6,
    batchOf(result, 'timbang-ndjson')?.ratioToBareParse,
  ),
  atMost(
    'NDJSON, two workers: checked, scored, written, to JSON.parse alone on one thread',
    0.8,
    batchOf(result, 'timbang-ndjson-workers')?.ratioToBareParse,
  ),
  atMost(
    'columns, one thread, to the hand-written loop over columns',
    1.5,
    columnsOf(result, 'timbang-columns')?.ratioToHandColumns,
  ),
  atLeast(
    'columns, two workers, times faster than DuckDB on a table in memory, two threads',
    1.5,
    quotient(
      columnsOf(result, 'duckdb-table-2')?.ratioToHandColumns,
      columnsOf(result, 'timbang-columns-workers')?.ratioToHandColumns,
    ),
  ),
  counted(
    'peak memory on 2 GB of NDJSON, MiB',
    120,
    result.large?.find(({ id }) => id === 'timbang-ndjson')?.peakMiB,
  ),
  counted('wrong scores or bands of a million', 0, wrongOf(result)),
  atMost(
    'compiling once warm, to the schema’s parse and the digest of the same document',
    2,
    besideOf(result, 'compile-warm'),
  ),
  atMost('forty plans in turn, to one plan', 2, besideOf(result, 'forty-plans')),
  ...Object.entries(result.size).map(([name, { bytes, limit }]) =>
    counted(`size, gzip, kB: ${name}`, limit / 1000, bytes / 1000),
  ),
];

/**
 * @returns each gate with what was measured and whether it is met; undecided where it was not measured, or was timed
 * and the noise was not
 */
export const judge = (result) => {
  const { ratio, pairs } = result.noise;
  return figures(result).map(({ figure, is, gate, measured }) => {
    const shown = { figure, is: is === 'counted' ? 'at most' : is, gate };
    if (measured === undefined) return { ...shown, met: null };
    if (is === 'counted') return { ...shown, measured, met: measured <= gate };
    if (pairs === 0) return { ...shown, measured, met: null };
    const lessNoise = is === 'at most' ? measured / ratio.max : measured / ratio.min;
    const met = is === 'at least' ? lessNoise >= gate : lessNoise <= gate;
    return { ...shown, measured, lessNoise, met };
  });
};
