// The built package, required by its own name as CommonJS: the same names as ESM, and entries that share what they are
// made of.
const assert = require('node:assert/strict');
const required = require('timbang');
const scoring = require('timbang/score');
const { recordDigest } = require('./record.cjs');

if (process.argv[2] === 'digest') {
  console.log(recordDigest(required));
  process.exit();
}

const names = Object.keys(required).sort();
assert.notEqual(names.length, 0, 'the CommonJS build exports nothing');
assert.ok('score' in scoring, 'timbang/score does not score');
for (const [name, value] of Object.entries(scoring))
  assert.equal(value, required[name], `\`${name}\` of timbang/score is another one`);

Promise.all([import('timbang'), import('timbang/score')]).then(([imported, importedScoring]) => {
  assert.deepEqual(names, Object.keys(imported).sort(), 'CommonJS and ESM export different names');
  const small = Object.keys(scoring).sort();
  assert.deepEqual(small, Object.keys(importedScoring).sort(), 'timbang/score differs');
  console.log(`cjs: ${names.length} names, ${small.length} of them in timbang/score`);
});
