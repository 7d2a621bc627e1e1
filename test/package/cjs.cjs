// The built package, required by its own name as CommonJS.
const assert = require('node:assert/strict');
const required = require('timbang');
const { recordDigest } = require('./record.cjs');

if (process.argv[2] === 'digest') {
  console.log(recordDigest(required));
  process.exit();
}

const names = Object.keys(required).sort();
assert.notEqual(names.length, 0, 'the CommonJS build exports nothing');

import('timbang').then((imported) => {
  assert.deepEqual(names, Object.keys(imported).sort(), 'CommonJS and ESM export different names');
  console.log(`cjs: ${names.length} names`);
});
