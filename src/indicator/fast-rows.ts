import type { Build, Column, Value } from '../fast/build.js';
import { takeRows } from '../fast/rows.js';
import { wholeSpan } from '../fast/span.js';
import { doubleOf } from '../rule/double.js';
import type { RowsNode } from './shared-rows.js';

/** The column that is taken, as it stands or computed at every row. */
const columnOf = ({ read, table }: RowsNode, build: Build): Column | undefined => {
  if (read === undefined) return { table, source: { given: 0 }, span: wholeSpan(0, 0) };
  const { slot, value } = read;
  const plain = value.is === 'read' ? build.column(slot) : undefined;
  return plain ?? build.each(table, (row) => doubleOf(value, row));
};

/** One value from the rows of a table in doubles, none of whose rows lacks anything. */
export const fastRows = (node: RowsNode, build: Build): Value => {
  const { where, table, take, trim } = node;
  const of = columnOf(node, build);
  const mask = where === undefined ? undefined : build.each(table, (row) => doubleOf(where, row));
  if (of === undefined || (where !== undefined && mask === undefined)) return build.refuse('form');
  return takeRows(build, take, {
    of,
    ...(mask === undefined ? {} : { where: mask }),
    ...(trim === undefined ? {} : { trim }),
  });
};
