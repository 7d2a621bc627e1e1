import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verify, type VerifyOptions } from '../../src/index.js';
import type { Json } from '../../src/json.js';
import { type Pointer, pointerKeys, pointerTo } from '../../src/pointer.js';
import { type Alteration, alter, alterations, pointersInto, resealed } from './alter.js';
import { asJson, EXAMPLE, recordOf, SMALL, SURVEY, WITH_ISSUE } from './samples.js';

/** Every alteration is compiled and evaluated again. */
const timeout = 60_000;

const isWithin = (inner: Pointer, outer: Pointer): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);

/** Whether a pointer leads to what was altered: into it, or to a part around it no wider than a side's member. */
const leadsTo = (named: Pointer, { pointer, how }: Alteration): boolean => {
  const keys = pointerKeys(pointer);
  const isNarrow = pointerKeys(named).length >= Math.min(2, keys.length);
  // What follows a removed element moves up: the first that differs stands in its place or after it.
  const around = how === 'remove' ? pointerTo('', ...keys.slice(0, -1)) : pointer;
  return isNarrow && (isWithin(named, around) || isWithin(pointer, named));
};

/** The alteration, if `verify` lets it pass or does not lead to it. */
const missed = (
  alteration: Alteration,
  document: Json,
  options: VerifyOptions = {},
): readonly string[] => {
  const result = verify(document, options);
  const named = result.ok ? [] : result.issues.map((issue) => `${issue.pointer} ${issue.code}`);
  const leads = !result.ok && result.issues.some(({ pointer }) => leadsTo(pointer, alteration));
  return leads ? [] : [`${alteration.how} ${alteration.pointer}: ${named.join(', ') || 'passes'}`];
};

describe('an altered record', () => {
  it('is refused and the place named, for every value changed, added or removed', {
    timeout,
  }, () => {
    const all = alterations(asJson(recordOf(WITH_ISSUE)));
    expect(all.length).toBeGreaterThan(600);
    const seen = all.flatMap((each) =>
      each.pointer === '' || each.pointer === '/digest'
        ? missed(each, each.document)
        : missed(each, resealed(each.document)),
    );
    expect(seen).toEqual([]);
  });

  it('is refused likewise when the host keeps the documents', { timeout }, () => {
    const record = recordOf(WITH_ISSUE, { omit: ['policy', 'evidence'] });
    const all = alterations(asJson(record)).filter(({ pointer }) =>
      /^[/](policy|evidence|kinds)/.test(pointer),
    );
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap((each) => missed(each, resealed(each.document), WITH_ISSUE))).toEqual([]);
  });

  it('is refused by its digest, whatever else is found', () => {
    for (const pointer of ['/scorecard/score/text', '/policy/document/title/en', '/kinds']) {
      const result = verify(alter(asJson(recordOf(SMALL)), pointer, 'change')?.document);
      const last = result.ok ? undefined : result.issues.at(-1);
      // A record whose form is wrong is not read on.
      expect(last?.code).toBe(pointer === '/kinds' ? 'record.field' : 'record.digest');
    }
  });

  it.each([
    ['the worked example', EXAMPLE],
    ['a survey', SURVEY],
  ])(
    'law, sealed: no value of the record of %s can be altered unseen',
    { timeout },
    (_, sample) => {
      const record = asJson(recordOf(sample));
      const pointers = pointersInto(record).filter((each) => each !== '');
      const altered = fc
        .record({
          at: fc.nat(pointers.length - 1),
          how: fc.constantFrom('change' as const, 'add' as const, 'remove' as const),
          isResealed: fc.boolean(),
        })
        .map(({ at, how, isResealed }) => {
          const pointer = pointers[at] ?? '';
          return {
            altered: alter(record, pointer, how),
            isResealed: isResealed && pointer !== '/digest',
          };
        });
      fc.assert(
        fc.property(altered, ({ altered: each, isResealed }) => {
          fc.pre(each !== undefined);
          expect(missed(each, isResealed ? resealed(each.document) : each.document)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
