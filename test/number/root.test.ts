import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerRoot, perfectRoot } from '../../src/number/root.js';

const sizes = fc.oneof(
  fc.bigInt({ min: 0n, max: 1000n }),
  fc.bigInt({ min: 0n, max: 2n ** 64n }),
  fc.bigInt({ min: 0n, max: 10n ** 400n }),
);

describe('integerRoot', () => {
  it.each([
    [0n, 5, 0n],
    [1n, 5, 1n],
    [7n, 1, 7n],
    [8n, 3, 2n],
    [26n, 3, 2n],
    [27n, 3, 3n],
    [2n ** 5000n, 2, 2n ** 2500n],
    [2n ** 5000n - 1n, 2, 2n ** 2500n - 1n],
    [10n ** 400n, 399, 10n],
    [10n ** 400n, 1329, 1n],
    [10n ** 400n, 2 ** 52, 1n],
  ])('of %s to index %d is %s', (value, index, root) => {
    expect(integerRoot(value, index)).toBe(root);
  });

  it('refuses a negative value and an index below one as misuse', () => {
    expect(() => integerRoot(-1n, 2)).toThrow(RangeError);
    expect(() => integerRoot(4n, 0)).toThrow(RangeError);
    expect(() => integerRoot(4n, Number.NaN)).toThrow(RangeError);
    expect(() => integerRoot(4n, 1.5)).toThrow(RangeError);
  });

  it('law, floor: root^k <= value < (root + 1)^k', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 700 }), (value, index) => {
        const root = integerRoot(value, index);
        return root ** BigInt(index) <= value && value < (root + 1n) ** BigInt(index);
      }),
      { numRuns: 1000 },
    );
  });

  it('law, edge: one below a perfect power the root is one less', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 2n, max: 10n ** 40n }),
        fc.integer({ min: 2, max: 40 }),
        (root, index) => {
          const power = root ** BigInt(index);
          expect(integerRoot(power, index)).toBe(root);
          expect(integerRoot(power - 1n, index)).toBe(root - 1n);
          expect(integerRoot(power + 1n, index)).toBe(root);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('perfectRoot', () => {
  it('law, perfect: finds the root of a power, and none of its neighbours', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 2n, max: 10n ** 12n }),
        fc.bigInt({ min: 2n, max: 30n }),
        (root, index) => {
          expect(perfectRoot(root ** index, index)).toBe(root);
          expect(perfectRoot(root ** index + 1n, index)).toBeUndefined();
          expect(perfectRoot(root ** index - 1n, index)).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('answers an index of four hundred digits at once: no power of it is formed', () => {
    expect(perfectRoot(10n ** 400n, 10n ** 400n)).toBeUndefined();
    expect(perfectRoot(1n, 10n ** 400n)).toBe(1n);
    expect(perfectRoot(0n, 3n)).toBe(0n);
    expect(perfectRoot(12n, 1n)).toBe(12n);
  });

  it('refuses a negative value and an index below one as misuse', () => {
    expect(() => perfectRoot(-8n, 3n)).toThrow(RangeError);
    expect(() => perfectRoot(8n, 0n)).toThrow(RangeError);
  });
});
