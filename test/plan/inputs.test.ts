import { describe, expect, it } from 'vitest';
import { toldOf } from '../evidence/plans.js';

const told = (input: object): readonly string[] =>
  toldOf({
    inputs: { x: { min: 0, max: 9, ifMissing: 'fail', ...input } },
    indicators: {
      score: {
        unit: 'hour',
        formula: { var: 'x' },
        round: { places: 0, mode: 'half-up', for: 'show' },
      },
    },
  });

describe('an input without `step`', () => {
  it.each([
    ['decimal', { type: 'decimal', unit: 'hour' }],
    ['duration', { type: 'duration', unit: 'hour', pattern: 'h:mm' }],
  ])('is warned of when it is a %s', (_, input) => {
    expect(told(input)).toEqual(['input.no_step /inputs/x']);
    expect(told({ ...input, step: '0.1' })).toEqual([]);
  });

  it('is no matter for what is whole by itself', () => {
    expect(told({ type: 'integer', unit: 'hour' })).toEqual([]);
  });
});
