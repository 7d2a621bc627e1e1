import { describe, expect, it } from 'vitest';
import {
  compilePolicy,
  describe as describePolicy,
  parseEvidence,
  unwrap,
} from '../../src/index.js';
import { lookupExamples } from '../../src/indicator/lookup.js';

const [example] = lookupExamples;

const plan = unwrap(
  compilePolicy({
    timbang: 1,
    id: 'uji/tabel',
    version: '1.0.0',
    title: { id: 'uji', en: 'test' },
    effective: { from: '2026-01-01' },
    ...example?.policy,
    indicators: {
      credit: {
        ...example?.indicator,
        round: { places: 3, mode: 'half-up', for: 'use' },
      },
    },
    result: { score: 'credit', baseline: 50 },
  }),
);

describe('evidence given as text', () => {
  it('is refused with line and column', () => {
    const read = parseEvidence(
      plan,
      '{ "values": {\n  "jenjang": "pertma", "predikat": "baik" } }',
    );
    expect(read.ok ? [] : read.issues.map(({ code, position }) => [code, position])).toEqual([
      ['name.unknown_label', { line: 2, column: 3 }],
    ]);
  });

  it('is refused without a position when it was given as a value', () => {
    const read = parseEvidence(plan, { values: { jenjang: 'pertma', predikat: 'baik' } });
    expect(read.ok ? [] : read.issues.map(({ position }) => position)).toEqual([undefined]);
  });
});

describe('a described lookup', () => {
  it('names every entry under the labels that lead to it', () => {
    expect(describePolicy(plan, { language: 'id' }).text).toContain('muda, sangat-baik → 37,5');
    expect(describePolicy(plan, { language: 'en' }).text).toContain('muda, sangat-baik → 37.5');
  });
});
