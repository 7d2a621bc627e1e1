import { eachLine } from '../batch/lines.mjs';
import { RATERS } from '../workload/rules.mjs';

const NUMBERS = Array.from({ length: 12 }, (_, i) => i + 1);

/** A list of numbers for each subject: all of them in one array, and where each subject's begin. */
const lists = () => ({ offsets: [0], values: [] });

const typedList = ({ offsets, values }) => ({
  offsets: Uint32Array.from(offsets),
  values: Float64Array.from(values),
});

/**
 * @param each - calls its argument with every evidence document, and says how many there were
 * @returns typed columns, one for each value
 */
export const columnsOfAll = (each) => {
  const numbers = Object.fromEntries(
    [...NUMBERS.flatMap((i) => [`r${i}`, `t${i}`]), 'awards', 'absent'].map((name) => [name, []]),
  );
  const flags = { idea: [], sanction: [] };
  const raters = Object.fromEntries(Object.keys(RATERS).map((name) => [name, lists()]));
  const count = each(({ values, tables }) => {
    for (const name of Object.keys(numbers)) numbers[name].push(values[name]);
    for (const name of Object.keys(flags)) flags[name].push(values[name] ? 1 : 0);
    for (const [name, list] of Object.entries(raters)) {
      for (const [rating] of tables[name].rows) list.values.push(rating);
      list.offsets.push(list.values.length);
    }
  });
  const mapped = (lists, make) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, make(list)]));
  return {
    count,
    ...mapped(numbers, (list) => Float64Array.from(list)),
    ...mapped(flags, (list) => Uint8Array.from(list)),
    ...mapped(raters, typedList),
  };
};

/** @returns a file of evidence documents as typed columns */
export const columnsOf = (file) =>
  columnsOfAll((add) => eachLine(file, (line) => add(JSON.parse(line))));
