import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/fast/build.js';
import { makeDraft } from '../../src/fast/draft.js';
import { byPlace, takePanel } from '../../src/fast/rows.js';
import { givenSpan, wholeSpan } from '../../src/fast/span.js';
import { bitLength } from '../../src/number/bits.js';
import { type Rational, rational } from '../../src/number/rational.js';

const of = (n: number, d: number): Rational => rational(BigInt(n), BigInt(d));

const SHARES: readonly (readonly [string, readonly Rational[], string | undefined])[] = [
  ['are taken that sum to 1', [of(1, 3), of(2, 3)], undefined],
  ['are taken that are 0', [of(0, 1), of(1, 1)], undefined],
  ['are left to exact arithmetic where they sum to less', [of(1, 3), of(1, 3)], 'bound'],
  ['are left to exact arithmetic where they sum to more', [of(1, 1), of(1, 2)], 'bound'],
  ['are left to exact arithmetic where one is negative', [of(-1, 2), of(3, 2)], 'bound'],
];

const panelOf = (shares: readonly Rational[]) => {
  const draft = makeDraft(() => 9);
  const sources = shares.map((share) => ({ share, isMedian: false, atLeast: 1 }));
  const value = takePanel(
    draft.build,
    { table: 0, question: 1, span: givenSpan(0, 100, 1) },
    sources,
  );
  return { draft, value };
};

describe('shares of the sources of a panel', () => {
  it.each(SHARES)('%s', (_, shares, why) => {
    expect(panelOf(shares).draft.refused()).toBe(why);
  });

  it('count with all of their digits', () => {
    const long = rational(1n, 3n ** 700n);
    const rest = rational(3n ** 700n - 1n, 3n ** 700n);
    expect(panelOf([long, rest]).value.span.bits).toBeGreaterThan(bitLength(long.d));
  });
});

describe('weights of places', () => {
  it.each(SHARES)('%s', (_, weights, why) => {
    const draft = makeDraft(() => 0);
    const values = weights.map(() => valueAt(draft.newPlace(), wholeSpan(0, 100)));
    byPlace(draft.build, values, weights);
    expect(draft.refused()).toBe(why);
  });
});
