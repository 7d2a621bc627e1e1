// Every row, one file each. A row is
//   id, about: { how it is set up, what it computes }
//   prepare({ records, profile })  what it is called with: one for each subject, or for `perCall` of them
//   setUp({ profile })             the function that is measured
//   read(result)                   `{ cents, rating }`, by which all rows are compared; `readAll` of a batch; a
//                                  row that scores by other rules has none
//   isAsync                        whether the function gives a promise

/** Rows that are measured beside `hand`, in the order of the report. */
export const ROWS = [
  'hand',
  'hand-natural',
  'timbang',
  'timbang-evaluate',
  'timbang-document',
  'timbang-filter-on',
  'timbang-filter-off',
  'json-logic-js',
  'json-logic-engine',
  'json-logic-engine-built',
  'json-rules-engine',
  'zen',
  'zen-batch',
  'zen-trace',
  'decimal-js',
];

const onMixed = (id) => ({ id, profile: 'mixed' });

/** What is measured beside another than `hand` on the same profile. */
export const BESIDE = {
  'integer-percentages': [
    { id: 'timbang', profile: 'percent-integer' },
    { id: 'timbang', profile: 'mixed' },
  ],
  'forty-plans': ['timbang-40-plans', 'timbang'].map(onMixed),
  'compile-warm': ['compile', 'compile-reading'].map(onMixed),
  'key-orders-3': ['timbang-document-3-orders', 'timbang-document'].map(onMixed),
  'key-orders-40': ['timbang-document-40-orders', 'timbang-document'].map(onMixed),
  'optional-left-out': ['timbang-document-optional', 'timbang-document'].map(onMixed),
  'filter-on': ['timbang-filter-on', 'timbang-filter-off'].map(onMixed),
};

/** Rows that a quick run leaves out: only the shape of their documents differs. */
export const SHAPES = [
  'timbang-document-3-orders',
  'timbang-document-40-orders',
  'timbang-document-optional',
];

/** @returns the row of that id */
export const loadRow = async (id) => (await import(`./rows/${id}.mjs`)).row;
