import { describe, expect, it } from 'vitest';
import { evaluate, score } from '../../src/evaluate/evaluate.js';
import { parseEvidence } from '../../src/evidence/read.js';
import { compilePolicy } from '../../src/plan/compile.js';
import { unwrap } from '../../src/result.js';
import { compareExactly, RANDOM } from './exactness.mjs';

const api = { compilePolicy, parseEvidence, score, evaluate, unwrap };

/** How many subjects of each kind. `npm run bench -- --exactness` compares a million. */
const COUNT = Number(process.env['TIMBANG_EXACT'] ?? 20_000);

describe('the workload of the benchmark', () => {
  it.each([
    { kind: 'random', profiles: RANDOM, seed: 11 },
    { kind: 'adversarial', profiles: ['adversarial'], seed: 12 },
  ])(
    '$kind subjects: score, scorecard and a naive oracle agree on every one',
    ({ profiles, seed }) => {
      const found = compareExactly({ api, profiles, count: COUNT, seed, evaluateEvery: 20 });
      expect(found.examples).toEqual([]);
      expect(found).toMatchObject({ count: COUNT, differences: 0 });
    },
    300_000,
  );
});
