import { describe, expect, it } from 'vitest';
import { scoreColumns } from '../../src/evaluate/columns.js';
import { score } from '../../src/evaluate/evaluate.js';
import type { EvidenceColumns } from '../../src/evidence/columns.js';
import { parseEvidence } from '../../src/evidence/read.js';
import { compilePolicy } from '../../src/plan/compile.js';
import { unwrap } from '../../src/result.js';
import { workload } from '../bench/exactness.mjs';

interface Document {
  readonly values: Readonly<Record<string, number | boolean>>;
  readonly tables: Readonly<Record<string, { readonly rows: readonly (readonly [number])[] }>>;
}

const columnsOf = (documents: readonly Document[]): EvidenceColumns => {
  const [first] = documents;
  const values = Object.keys(first?.values ?? {}).map((key) => {
    const column = documents.map((each) => Number(each.values[key]));
    const isFlag = typeof first?.values[key] === 'boolean';
    return [key, isFlag ? Uint8Array.from(column) : Float64Array.from(column)] as const;
  });
  const tables = Object.keys(first?.tables ?? {}).map((name) => {
    const lists = documents.map((each) => each.tables[name]?.rows.flat() ?? []);
    const offsets = [0];
    for (const list of lists) offsets.push((offsets.at(-1) ?? 0) + list.length);
    return [name, { offsets, columns: { rating: lists.flat() } }] as const;
  });
  return {
    count: documents.length,
    values: Object.fromEntries(values),
    tables: Object.fromEntries(tables),
  };
};

describe('subjects side by side', () => {
  it.each(['mixed', 'percent-2dp', 'percent-integer', 'adversarial'])(
    'law, the same: columns of %s subjects give what each one gives alone',
    (profile) => {
      const { policy, documents } = workload(profile, 900, 5);
      const plan = unwrap(compilePolicy(policy));
      const found = unwrap(scoreColumns(plan, columnsOf(documents as readonly Document[])));
      for (const [at, document] of documents.entries()) {
        const outcome = score(plan, unwrap(parseEvidence(plan, document)));
        expect(found.score[at]).toBe(outcome.score?.units);
        expect(found.labels[found.rating[at] ?? -1]).toBe(outcome.rating);
        expect(found.issues.get(at) ?? []).toEqual(outcome.issues);
      }
      if (profile !== 'adversarial') expect(found.unsure).toBeLessThan(40);
      else expect(found.unsure).toBeGreaterThan(500);
    },
    120_000,
  );

  it('keep to themselves, whatever a column of the host does when it is read', () => {
    const { policy, documents } = workload('mixed', 40, 6);
    const plan = unwrap(compilePolicy(policy));
    const given = columnsOf(documents as readonly Document[]);
    const others = columnsOf([...(documents as readonly Document[])].reverse());
    const wanted = unwrap(scoreColumns(plan, given));
    // Reading the last input, and where rows begin, scores others by the same plan.
    const meddling = (column: ArrayLike<number>): ArrayLike<number> =>
      new Proxy(Array.from(column), {
        get: (target, key, receiver): unknown => {
          if (key === '3') scoreColumns(plan, others);
          return Reflect.get(target, key, receiver);
        },
      });
    const values = { ...given.values, t12: meddling(given.values?.['t12'] ?? []) };
    expect(unwrap(scoreColumns(plan, { ...given, values }))).toEqual(wanted);
    const tables = Object.fromEntries(
      Object.entries(given.tables ?? {}).map(([name, table]) => [
        name,
        { ...table, offsets: meddling(table.offsets) },
      ]),
    );
    expect(unwrap(scoreColumns(plan, { ...given, tables }))).toEqual(wanted);
  });

  it('keep to themselves, whatever a typed array of the host makes of a part of it', () => {
    const { policy, documents } = workload('mixed', 40, 6);
    const plan = unwrap(compilePolicy(policy));
    const given = columnsOf(documents as readonly Document[]);
    const others = columnsOf([...(documents as readonly Document[])].reverse());
    const wanted = unwrap(scoreColumns(plan, given));
    class Meddling extends Float64Array {
      static get [Symbol.species](): Float64ArrayConstructor {
        scoreColumns(plan, others);
        return Float64Array;
      }
    }
    const values = { ...given.values, t12: new Meddling(Array.from(given.values?.['t12'] ?? [])) };
    expect(unwrap(scoreColumns(plan, { ...given, values }))).toEqual(wanted);
  });
});
