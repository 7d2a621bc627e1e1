// The rules in SQL, on doubles: for a table with a column for each value and a list for each array of ratings.
import { LINES, STEPS_OF_RATIO, STEPS_OF_VALUE } from '../workload/rules.mjs';

const numbers = Array.from({ length: 12 }, (_, i) => i + 1);
const names = numbers.flatMap((i) => [`r${i}`, `t${i}`]);

/** The columns of a line, declared, so that none is guessed. */
const columns = `{
  values: 'STRUCT(${names.map((name) => `${name} DOUBLE`).join(', ')}, idea BOOLEAN, awards INTEGER, absent INTEGER, sanction BOOLEAN)',
  tables: 'STRUCT(atasan STRUCT(rows DOUBLE[][]), rekan STRUCT(rows DOUBLE[][]), bawahan STRUCT(rows DOUBLE[][]))'
}`;

/** A file of lines as a table. */
export const fromLines = (path) => `
  SELECT ${[...names, 'idea', 'awards', 'absent', 'sanction'].map((name) => `values.${name} AS ${name}`).join(', ')},
    ${['atasan', 'rekan', 'bawahan'].map((name) => `flatten(tables.${name}.rows) AS ${name}`).join(', ')}
  FROM read_json('${path}', format = 'newline_delimited', columns = ${columns})`;

/** A parquet file that was written from such a table. */
export const fromParquet = (path) => `SELECT * FROM read_parquet('${path}')`;

const percent = (i) => `(r${i} / t${i} * 100)`;
const ratio = (i) => `least(120, ${percent(i)})`;
const inverse = (i) => `greatest(0, least(120, (2 - r${i} / t${i}) * 100))`;

const along = (x, points) => {
  const [[first, lowest], [, highest]] = [points[0], points.at(-1)];
  const pieces = points.slice(1).map(([x1, y1], i) => {
    const [x0, y0] = points[i];
    return `WHEN ${x} <= ${x1} THEN ${y0} + (${x} - ${x0}) * ${(y1 - y0) / (x1 - x0)}::DOUBLE`;
  });
  return `(CASE WHEN ${x} <= ${first} THEN ${lowest} ${pieces.join(' ')} ELSE ${highest} END)`;
};

const steps = (x, { below, steps: table }) =>
  `(CASE ${[...table]
    .reverse()
    .map(([from, gives]) => `WHEN ${x} >= ${from} THEN ${gives}`)
    .join(' ')} ELSE ${below} END)`;

const trimmed = (name) =>
  `(list_sum(${name}) - list_min(${name}) - list_max(${name})) / (len(${name}) - 2)`;

/** Constants as doubles: SQL would take 0.36 for a decimal, and sum in decimals where it can. */
const d = (value) => `${value}::DOUBLE`;

/** Scores in hundredths and bands, worst first, of a table or query. */
export const scored = (source) => `
  WITH leaves AS (
    SELECT idea, awards, absent, sanction,
      ${d(0.4)} * ${ratio(1)} + ${d(0.35)} * ${ratio(2)} + ${d(0.25)} * ${ratio(3)} AS quantity,
      ${d(0.3)} * ${ratio(4)} + ${d(0.3)} * ${ratio(5)} + ${d(0.4)} * ${along(percent(8), LINES[8])} AS quality,
      ${d(0.036)} * (${inverse(6)} + ${inverse(7)} + ${steps('r10', STEPS_OF_VALUE[10])} + greatest(0, least(100, (r12 - 20) * ${d(1.25)})))
        + ${d(0.048)} * (${along(percent(9), LINES[9])} + ${steps(percent(11), STEPS_OF_RATIO[11])})
        + ${d(0.2)} * list_sum(atasan) / len(atasan)
        + ${d(0.12)} * ${trimmed('rekan')}
        + ${d(0.08)} * ${trimmed('bawahan')} AS others
    FROM (${source})
  ), totals AS (
    SELECT *, ${d(0.36)} * pow(quantity, ${d(0.6)}) * pow(quality, ${d(0.4)}) + others AS total FROM leaves
  ), adjusted AS (
    SELECT idea, sanction,
      total + (CASE WHEN idea AND total >= 75 THEN ${d(2.5)} ELSE 0 END)
        + least(3, ${d(0.75)} * awards) - ${d(0.5)} * greatest(0, absent - 3) AS value
    FROM totals
  ), scores AS (
    SELECT idea, floor(greatest(0, least(120, CASE WHEN sanction THEN least(70, value) ELSE value END)) * 100 + ${d(0.5)})::INTEGER AS cents
    FROM adjusted
  )
  SELECT cents, (CASE WHEN cents >= 10000 AND idea THEN 4 WHEN cents >= 9000 THEN 3 WHEN cents >= 7600 THEN 2
    WHEN cents >= 6000 THEN 1 ELSE 0 END)::UTINYINT AS band
  FROM scores`;
