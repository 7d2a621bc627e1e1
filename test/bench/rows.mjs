// Every row, one file each. A row is
//   id, about: { how it is set up, what it computes }
//   prepare({ records, profile })  what it is called with: one for each subject, or for `perCall` of them
//   setUp({ profile })             the function that is measured
//   read(result)                   `{ cents, rating }`, by which all rows are compared; `readAll` of a batch; a
//                                  row that scores by other rules has none
//   isAsync                        whether the function gives a promise
//   isSlow                         whether it is checked on fewer subjects than the others

/** Rows that are measured beside `hand`, in the order of the report. */
export const ROWS = [
  'hand',
  'hand-natural',
  'timbang',
  'timbang-evaluate',
  'timbang-document',
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

/** Rows that show something other than what happens to ties, and so are measured on one profile. */
const ON_MIXED_ALONE = ['timbang-document', 'zen-trace'];

export const isOnProfile = (id, profile) => profile === 'mixed' || !ON_MIXED_ALONE.includes(id);

const onMixed = (id) => ({ id, profile: 'mixed' });
const beside = (first, second) => [onMixed(first), onMixed(second)];

/** What is measured beside another than `hand`. */
export const BESIDE = {
  'integer-percentages': [{ id: 'timbang', profile: 'percent-integer' }, onMixed('timbang')],
  'forty-plans': beside('timbang-40-plans', 'timbang'),
  'compile-warm': beside('compile', 'compile-reading'),
  'filter-on': beside('timbang-filter-on', 'timbang-filter-off'),
  'key-orders-3': beside('timbang-document-3-orders', 'timbang-document'),
  'key-orders-40': beside('timbang-document-40-orders', 'timbang-document'),
  'dictionary-mode': beside('timbang-document-dictionary', 'timbang-document'),
  'extra-values': beside('timbang-document-extra', 'timbang-document'),
  'unknown-values': beside('timbang-document-unknown', 'timbang-document'),
  'optional-left-out': beside('timbang-document-optional', 'timbang-document'),
};

/** Whether only the shape of the documents differs: what a quick run leaves out. */
export const isOfShape = (id) => BESIDE[id][1].id === 'timbang-document';

/** @returns the row of that id */
export const loadRow = async (id) => (await import(`./rows/${id}.mjs`)).row;
