import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.js';
import { formula, input, outcomesOf, type Parts, planOf } from './agreement.js';

interface Row extends Parts {
  readonly title: string;
  readonly evidence: JsonObject;
}

const values = (given: JsonObject): JsonObject => ({ values: given });

const x = input(0, 1, '0.01');

const rounded = (step: string, mode: string): Parts => ({
  inputs: { x },
  indicators: { s: formula({ '+': [{ var: 'x' }, 0] }, { step, mode, for: 'use' }) },
});

/** Policies and evidence for which doubles once gave another outcome than exact arithmetic. */
const rows: readonly Row[] = [
  {
    title: 'a step of several last places is no lattice that short decimals lie on',
    ...rounded('0.05', 'floor'),
    evidence: values({ x: 0.03 }),
  },
  {
    title: 'a tie between such steps',
    ...rounded('0.02', 'half-down'),
    evidence: values({ x: 0.01 }),
  },
  {
    title: 'nothing, negated, is rounded to 0 and not to -0',
    inputs: { x },
    indicators: { s: formula({ '-': [{ var: 'x' }] }) },
    evidence: values({ x: 0 }),
  },
];

describe('where doubles once differed', () => {
  it.each(rows)('$title', ({ evidence, ...parts }) => {
    const found = outcomesOf(planOf(parts), evidence);
    expect(found).toBeDefined();
    expect(found?.score).toEqual(found?.evaluate);
    expect(found?.many).toEqual(found?.evaluate);
  });
});
