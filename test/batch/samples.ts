import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compilePolicy } from '../../src/plan/compile.js';
import type { Plan } from '../../src/plan/plan.js';
import { parseEvidence } from '../../src/evidence/read.js';
import { score } from '../../src/evaluate/evaluate.js';
import { unwrap } from '../../src/result.js';

const points = (max: number) => ({
  type: 'decimal',
  unit: 'points',
  min: 0,
  max,
  step: '0.01',
  ifMissing: 'pending',
});

/** A policy of a mean of two inputs and of the rows of a table, with three bands. */
export const policy = {
  timbang: 1,
  id: 'uji/massal',
  version: '1.0.0',
  title: { id: 'uji', en: 'test' },
  effective: { from: '2026-01-01' },
  scales: {
    points: { worst: 0, full: 100, best: 100 },
    predikat: { labels: ['kurang', 'cukup', 'baik'] },
  },
  inputs: { a: points(100), b: points(100) },
  tables: {
    answers: {
      rowUnit: 'person',
      atMost: 50,
      ifMissing: 'fail',
      row: { mark: { ...points(100), ifMissing: 'exclude' } },
    },
  },
  indicators: {
    average: { unit: 'points', rows: { of: 'answers', take: 'mean', read: 'answers.mark' } },
    performance: {
      unit: 'points',
      mean: { weights: { a: '50%', b: '30%', average: '20%' } },
      round: { places: 2, mode: 'half-up', for: 'use' },
    },
    rating: {
      scale: 'predikat',
      rate: { read: 'performance', below: 'kurang', from: { cukup: 60, baik: 90 } },
    },
  },
  result: { score: 'performance', rating: 'rating' },
};

export const plan: Plan = unwrap(compilePolicy(policy));

/** The same, with a comparison with others. */
export const comparing: Plan = unwrap(
  compilePolicy({
    ...policy,
    id: 'uji/banding',
    indicators: {
      ...policy.indicators,
      standing: {
        unit: 'points',
        cohort: { read: 'performance', take: 'quantile', at: '50%', method: 'nearest-rank' },
        round: { places: 2, mode: 'half-up', for: 'use' },
      },
    },
    result: { score: 'standing', rating: 'rating' },
  }),
);

/** The line of a subject whose values are all there. */
export const lineOf = (i: number, subject = `s-${i}`): string =>
  JSON.stringify({
    subject,
    values: { a: (i * 37) % 101, b: ((i * 53) % 1001) / 10 },
    tables: { answers: { columns: ['mark'], rows: [[i % 100], [50], [(i * 7) % 100]] } },
  });

/** The line of the output that `parseEvidence` and `score` give for a text. */
export const expectedLine = (line: number, text: string, by: Plan = plan): string => {
  const evidence = parseEvidence(by, text);
  if (!evidence.ok) return JSON.stringify({ line, error: { issues: evidence.issues } });
  const { subject } = evidence.value;
  const { status, score: number, rating, issues } = score(by, evidence.value);
  return JSON.stringify({ line, subject, status, score: number, rating, issues });
};

/** Lines that are refused, or pass for a reason that has to be looked at. */
export const oddLines: readonly string[] = [
  'not json',
  '[]',
  '12',
  'null',
  '"text"',
  '{',
  '{}',
  '{"values":{}}',
  '{"values":{"a":1,"a":2}}',
  '{"values":{"a":1,"b":2,"c":3}}',
  '{"values":{"a":0.12345678901234567890,"b":1}}',
  '{"values":{"a":1e400,"b":1}}',
  '{"values":{"a":1e-400,"b":1}}',
  '{"values":{"a":1e1,"b":-0}}',
  '{"values":{"a":NaN,"b":Infinity}}',
  '{"values":{"a":"76,5","b":"1.5"}}',
  '{"__proto__":{"a":1}}',
  '{"subject":"\\ud800","values":{"a":1,"b":1}}',
  '{"subject":"Ny. \\"É\\" 𝄞","values":{"a":1,"b":1},"tables":{"answers":{"columns":["mark"],"rows":[]}}}',
  `{"subject":"${'x'.repeat(300)}","values":{"a":10,"b":20},"tables":{"answers":{"columns":["mark"],"rows":[[1]]}}}`,
  `{"subject":"198503122010121001","values":{"a":10,"b":20},"tables":{"answers":{"columns":["mark"],"rows":[[1]]}}}`,
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  '{"values":{"a":1,"b":2},} // with a comment',
  '\u{feff}{"values":{"a":1,"b":2}}',
  '  {"values":{"b":2,"a":1},"tables":{"answers":{"rows":[[100],[0.01]],"columns":["mark"]}}}\t',
  '{"values":{"a":100.01,"b":2}}',
  '{"values":{"a":1.001,"b":2}}',
  '{"asOf":"2025-01-01","values":{"a":1,"b":2},"tables":{"answers":{"columns":["mark"],"rows":[[1]]}}}',
];

/** The folder of the files that these tests write. */
export const folder = (name: string): string => {
  const path = join('build/batch', name);
  mkdirSync(path, { recursive: true });
  return path;
};

/** The code of a worker, bundled from the source, for Node does not read TypeScript. */
export const bundleWorker = async (name: string): Promise<URL> => {
  const outfile = join(folder(name), 'worker.mjs');
  await build({
    entryPoints: ['src/batch-worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return pathToFileURL(outfile);
};

/** All bytes of blocks. */
export const collect = async (blocks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const block of blocks) all.push(block);
  return Buffer.concat(all);
};

/** The result lines of an output, without header and trailer. */
export const resultsIn = (output: Buffer): readonly string[] =>
  output.toString('utf8').split('\n').slice(1, -2);
