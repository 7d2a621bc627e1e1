import { describe, expect, it } from 'vitest';
import { scoreColumns } from '../../src/evaluate/columns.js';
import { scoreMany } from '../../src/evaluate/many.js';
import type { EvidenceColumns } from '../../src/evidence/columns.js';
import { compilePolicy } from '../../src/plan/compile.js';
import { unwrap } from '../../src/result.js';
import { EVIDENCE, POLICY } from './organisation.js';

const plan = unwrap(compilePolicy(POLICY));

describe('documents', () => {
  const asynchronous = async function* (): AsyncGenerator {
    yield await Promise.resolve(EVIDENCE);
  };

  it.each<[string, readonly unknown[], string]>([
    ['nothing', [], '`plan` is no plan'],
    ['no documents', [plan], 'no list'],
    ['one document', [plan, EVIDENCE], 'into an array'],
    ['one text', [plan, '{}\n{}'], 'array of its lines'],
    ['the bytes of a file', [plan, Buffer.from('{}')], 'array of its lines'],
    ['a stream', [plan, asynchronous()], 'timbang/batch'],
  ])('are asked for in words at once where what is given is %s', (_, given, text) => {
    const call = (): unknown => Reflect.apply(scoreMany, undefined, given);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(text);
  });
});

/** Why columns are refused as a whole, whatever their types let in. */
const said = (given: object): readonly string[] => {
  const result = scoreColumns(plan, given as EvidenceColumns);
  return result.ok ? [] : result.issues.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('columns', () => {
  it('have a day that is text, and nothing that turns into one', () => {
    const asOf = { toString: () => '2026-05-05' };
    expect(said({ count: 1, asOf })).toEqual(['evidence.type /asOf']);
  });

  it('with a day that is none are refused once, and not for every subject', () => {
    expect(said({ count: 2, asOf: '2026-13-01' })).toEqual(['policy.date_form /asOf']);
  });

  it('are of keys that are known, as documents are', () => {
    expect(said({ count: 1, vaules: {}, subject: 'one' })).toEqual([
      'evidence.unknown_key /vaules',
      'evidence.unknown_key /subject',
    ]);
    const rows = { offsets: [0, 1], columns: {} };
    const tables = { tasks: { ...rows, sources: [0] } };
    const panels = { peers: { ...rows, source: [0] } };
    expect(said({ count: 1, tables, panels })).toEqual([
      'evidence.unknown_key /tables/tasks/sources',
      'evidence.unknown_key /panels/peers/source',
    ]);
  });

  it.each<[string, object, string]>([
    ['values that are null', { values: null }, 'evidence.type /values'],
    ['values in a map', { values: new Map([['idea', [1]]]) }, 'evidence.type /values'],
    [
      'values of a class without a name',
      { values: Object.create(Object.create(Object.create(null) as object) as object) as object },
      'evidence.type /values',
    ],
    ['values that are a date', { values: new Date(0) }, 'evidence.type /values'],
    ['a column that is null', { values: { idea: null } }, 'evidence.type /values/idea'],
    ['a column that is a number', { values: { idea: 1 } }, 'evidence.type /values/idea'],
    ['a column that is a text', { values: { idea: '1' } }, 'evidence.type /values/idea'],
    [
      'a column that is a view of bytes',
      { values: { idea: new DataView(new ArrayBuffer(8)) } },
      'evidence.type /values/idea',
    ],
    [
      'a column of big integers',
      { values: { idea: BigInt64Array.of(1n) } },
      'evidence.type /values/idea/0',
    ],
    ['a table that is null', { tables: { tasks: null } }, 'evidence.type /tables/tasks'],
    ['a table that is rows', { tables: { tasks: [[1]] } }, 'evidence.type /tables/tasks'],
    ['a table of nothing', { tables: { tasks: {} } }, 'columns.offsets /tables/tasks/offsets'],
    [
      'offsets that are big integers',
      { tables: { tasks: { offsets: BigInt64Array.of(0n, 1n), columns: {} } } },
      'columns.offsets /tables/tasks/offsets',
    ],
    [
      'a table whose columns are rows',
      { tables: { tasks: { offsets: [0, 1], columns: [[1]] } } },
      'evidence.type /tables/tasks/columns',
    ],
    [
      'sources that are a text',
      { panels: { peers: { offsets: [0, 1], columns: {}, sources: 'n' } } },
      'evidence.type /panels/peers/sources',
    ],
  ])('are refused with a place, and nothing is thrown: %s', (_, given, code) => {
    expect(said({ count: 1, ...given })).toEqual([code]);
  });

  it('say of what class is what should be a plain object, or a column', () => {
    const result = scoreColumns(plan, { count: 1, values: new Map() as never });
    expect(result.ok ? [] : result.issues.map(({ message }) => message.en)).toEqual([
      'expected an object, found Map',
    ]);
  });

  it.each<[string, readonly unknown[], string]>([
    ['nothing', [], '`plan` is no plan'],
    ['a result instead of its plan', [compilePolicy(POLICY), { count: 0 }], 'unwrap'],
    ['no columns', [plan], '`columns` is a plain object'],
    ['null', [plan, null], '`columns` is a plain object'],
    ['columns without a count', [plan, { values: {} }], 'no `count`'],
    ['a count that is text', [plan, { count: '2' }], 'whole number'],
  ])('are asked for in words where what is given is %s', (_, given, text) => {
    const call = (): unknown => Reflect.apply(scoreColumns, undefined, given);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(text);
  });
});
