import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {} from './fixture.js';
import { oracle } from './oracle.js';

describe('the worked example', () => {
  it('gives what it expects of itself', () => {
    const policy = JSON.parse(
      readFileSync(new URL('worked-example.json', import.meta.url), 'utf8'),
    );
    const [{ evidence }] = policy.tests;
    const outcome = oracle(policy, evidence);
    expect(outcome).toMatchObject({ status: 'final', score: '91.82', rating: 'baik' });
    expect(outcome.values).toMatchObject({
      results: '1535/16',
      discipline: '93',
      conduct: '165/2',
      late: ['0', '1', '2', 'not-applicable'],
    });
  });
});
