import { describe, expect, it } from 'vitest';
import { compilePolicy, type EvidenceColumns, scoreColumns, unwrap } from '../../src/index.js';
import type { JsonObject } from '../../src/json.js';
import { blockOf, checkProgram } from './program.js';

const PAGE = 'docs/columns.md';

const block = (language: string): string => blockOf(PAGE, language);

it('the program on the page of columns, beside its policy, prints what the page says', async () => {
  await checkProgram(PAGE, 'build/columns');
});

describe('what the page says takes the slow way', () => {
  const policy = JSON.parse(block('json')) as JsonObject & { readonly inputs: JsonObject };
  const rows = {
    offsets: Uint32Array.of(0, 2, 3),
    columns: { mark: Float64Array.of(90, 75.5, 88) },
  };
  const values = { post: Uint8Array.of(0, 1), conduct: Float64Array.of(82.1, 91) };
  const two: EvidenceColumns = { count: 2, values, tables: { tasks: rows } };
  const dated = {
    ...policy,
    inputs: { ...policy.inputs, since: { type: 'date', ifMissing: 'exclude' } },
    tests: [],
  };
  const days = { ...two, values: { ...values, since: Int32Array.of(20_500, 20_501) } };
  const lacking = { ...two, values: { ...values, conduct: Float64Array.of(82.1, NaN) } };

  it.each<[string, JsonObject, EvidenceColumns, number]>([
    ['nobody', policy, two, 0],
    ['nobody: a day within the policy', policy, { ...two, asOf: '2026-03-01' }, 0],
    ['whoever lacks a value', policy, lacking, 1],
    ['everyone: an input left out', policy, { ...two, values: { post: values.post } }, 2],
    ['everyone: a table left out', policy, { count: 2, values }, 2],
    ['everyone: a day outside the policy', policy, { ...two, asOf: '2025-12-31' }, 2],
    ['everyone: a date', dated, days, 2],
  ])('%s', (_, document, columns, unsure) => {
    expect(unwrap(scoreColumns(unwrap(compilePolicy(document)), columns)).unsure).toBe(unsure);
  });

  it('an array of 32 bits holds no decimals', () => {
    const conduct = Float32Array.of(82.1, 91);
    const plan = unwrap(compilePolicy(policy));
    const { issues } = unwrap(scoreColumns(plan, { ...two, values: { ...values, conduct } }));
    expect(conduct[0]).toBe(82.09999847412109);
    expect(issues.get(0)?.map(({ code }) => code)).toContain('evidence.off_step');
    expect(issues.get(1)).toBeUndefined();
  });
});
