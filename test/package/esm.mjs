// The built package, imported by its own name as an ES module.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as imported from 'timbang';

const required = createRequire(import.meta.url)('timbang');

const names = Object.keys(imported).sort();
assert.notEqual(names.length, 0, 'the ES module exports nothing');
assert.deepEqual(names, Object.keys(required).sort(), 'ESM and CommonJS export different names');

console.log(`esm: ${names.length} names`);
