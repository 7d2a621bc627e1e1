// The built package, imported by its own name as an ES module: the same names as CommonJS, the JSON Schema that it
// gives, entries that share what they are made of, and the same bytes of a record, in every time zone and locale.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as imported from 'timbang';
import * as batch from 'timbang/batch';
import * as scoring from 'timbang/score';
import batches from './batch.cjs';
import record from './record.cjs';

const digest = record.recordDigest(imported);
if (process.argv[2] === 'digest') {
  console.log(digest);
  process.exit();
}

const require = createRequire(import.meta.url);
const required = require('timbang');
const names = Object.keys(imported).sort();
assert.notEqual(names.length, 0, 'the ES module exports nothing');
assert.deepEqual(names, Object.keys(required).sort(), 'ESM and CommonJS export different names');

assert.ok('score' in scoring, 'timbang/score does not score');
for (const [name, value] of Object.entries(scoring))
  assert.equal(value, imported[name], `\`${name}\` of timbang/score is another one`);

const requiredBatch = require('timbang/batch');
assert.deepEqual(
  Object.keys(batch),
  Object.keys(requiredBatch),
  'timbang/batch differs in CommonJS',
);
const output = await batches.batchDigest(imported, batch);
assert.equal(
  await batches.batchDigest(required, requiredBatch),
  output,
  'CommonJS writes another batch',
);

const schema = require('timbang/schema.json');
assert.deepEqual(schema, imported.policyJsonSchema(), 'the schema in the package is another one');

const places = [
  { TZ: 'Asia/Jayapura', LC_ALL: 'id_ID.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'en_US.UTF-8' },
  { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8' },
];
for (const place of places) {
  for (const build of ['esm.mjs', 'cjs.cjs']) {
    const file = fileURLToPath(new URL(build, import.meta.url));
    const env = { ...process.env, ...place };
    const printed = execFileSync(process.execPath, [file, 'digest'], { env, encoding: 'utf8' });
    assert.equal(printed.trim(), digest, `${build} writes another record in ${place.TZ}`);
  }
}

console.log(`esm: one batch by one thread and by two, in both builds: ${output}`);
console.log(`esm: ${names.length} names; one record in ${places.length} time zones: ${digest}`);
