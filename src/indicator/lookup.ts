import * as z from 'zod/mini';
import { doubleOf } from '../rule/double.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { fits, sameLabels } from '../rule/operator.js';
import { printTerm } from '../rule/print.js';
import { authorName, reference } from '../rule/schema.js';
import type { Term } from '../rule/term.js';
import { worstAbsence } from '../slot.js';
import {
  absentHere,
  type CompileContext,
  eachMember,
  libraryKind,
  readingsIn,
  type KindExample,
} from './contract.js';
import { enterLookup, fastLookup, type Lookup, type LookupKey } from './named-lookup.js';

/** Labels and numbers looked up in one of the policy's named lookups. */
export interface LookupUse {
  /** The names whose values lead in, in the order of the lookup's keys. */
  readonly read: readonly string[];
  /** The name of the lookup. */
  readonly use: string;
}

interface LookupNode {
  readonly read: readonly Term[];
  readonly lookup: Lookup;
}

/** What leads in by one key, as the key asks for it; or undefined after a report. */
const compileKey = (
  name: string,
  key: LookupKey,
  pointer: Pointer,
  context: CompileContext,
): Term | undefined => {
  if (key.is === 'number')
    return compileRead(name, pointer, context, { is: 'number', unit: key.unit });
  const read = compileRead(name, pointer, context);
  if (read === undefined) return undefined;
  if (read.type.is === 'label' && sameLabels(read.type.labels, key.labels)) return read;
  context.report('matrix.labels', pointer, { name, scale: key.labels.scale ?? '' });
  return undefined;
};

/**
 * The number or label at the place that several labels and numbers lead to.
 *
 * Issues: `lookup.keys`, `lookup.outside`, `matrix.labels`, `unit.mismatch`, `name.*`
 * Source: tables of regulations with several entries, e.g. angka kredit by jenjang and predikat (PerBKN 3/2023)
 */
export const lookup = libraryKind({
  name: 'lookup',
  version: 2,
  summary: {
    id: 'beberapa label atau bilangan menjadi bilangan atau label lewat tabel bernama',
    en: 'several labels or numbers to a number or a label by a named table',
  },
  source:
    'the entry that the labels and numbers lead to; e.g. angka kredit tables of PerBKN 3/2023',
  schema: () => z.strictObject({ read: z.array(reference).check(z.minLength(1)), use: authorName }),
  reads: (spec: LookupUse) => spec.read,
  compile: (spec: LookupUse, pointer, context) => {
    const found = context.lookup(spec.use, pointerTo(pointer, 'use'));
    if (found === undefined) return undefined;
    if (spec.read.length !== found.keys.length) {
      const params = { found: spec.read.length, expected: found.keys.length };
      context.report('lookup.keys', pointerTo(pointer, 'read'), params);
      return undefined;
    }
    const read = spec.read.flatMap((name, i) => {
      const key = found.keys[i];
      return (key && compileKey(name, key, pointerTo(pointer, 'read', i), context)) ?? [];
    });
    const { declared } = context;
    if (declared === undefined || !fits(found.gives, declared)) {
      context.report('lookup.gives', pointer, { name: spec.use });
      return undefined;
    }
    return read.length === spec.read.length
      ? { node: { read, lookup: found }, type: declared }
      : undefined;
  },
  exact: eachMember((node: LookupNode, reader) => {
    const cells = node.read.map((term) => evaluateTerm(term, reader));
    const readings = readingsIn(node.read, reader);
    const absence = worstAbsence(cells);
    if (absence !== undefined) return { cell: absence, readings };
    const cites = node.lookup.cite === undefined ? [] : [node.lookup.cite];
    const cell = enterLookup(node.lookup, cells);
    if (cell === 'undecided')
      return { cell: absentHere('undecided', 'number.undecided'), readings, cites };
    if (cell !== 'outside') return { cell, readings, cites };
    const remarks = [{ code: 'lookup.outside' as const, params: { name: node.lookup.name } }];
    return { cell: absentHere('missing', 'lookup.outside'), readings, cites, remarks };
  }),
  fast: (node: LookupNode, build) =>
    fastLookup(
      node.lookup,
      node.read.map((term) => doubleOf(term, build)),
      build,
    ),
  describe: (node, language) => {
    const names = node.read.map((term) => printTerm(term, language)).join(', ');
    return `${node.lookup.name} ${{ id: 'menurut', en: 'by' }[language]} ${names}`;
  },
  laws: ['total'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const lookupExamples: readonly KindExample[] = [
  {
    title: { id: 'angka kredit menurut jenjang dan predikat', en: 'credit by level and rating' },
    policy: {
      scales: {
        jenjang: { labels: ['pertama', 'muda'] },
        predikat: { labels: ['butuh-perbaikan', 'baik', 'sangat-baik'] },
      },
      lookups: {
        'angka-kredit': {
          keys: ['jenjang', 'predikat'],
          unit: 'credit',
          values: {
            pertama: { 'butuh-perbaikan': '9.375', baik: '12.5', 'sangat-baik': '18.75' },
            muda: { 'butuh-perbaikan': '18.75', baik: 25, 'sangat-baik': '37.5' },
          },
        },
      },
      inputs: {
        jenjang: { type: 'label', scale: 'jenjang', ifMissing: 'fail' },
        predikat: { type: 'label', scale: 'predikat', ifMissing: 'fail' },
      },
    },
    indicator: { unit: 'credit', lookup: { read: ['jenjang', 'predikat'], use: 'angka-kredit' } },
    evidence: { values: { jenjang: 'pertama', predikat: 'sangat-baik' } },
    gives: '18.75',
  },
  {
    title: { id: 'menurut umur dari batas bawah', en: 'by age from lower edges' },
    policy: {
      scales: { golongan: { labels: ['ii', 'iii'] } },
      lookups: {
        'uang-muka': {
          keys: ['golongan', { unit: 'year', match: 'from' }],
          unit: 'rupiah',
          values: { ii: { '0': 100, '5': 150 }, iii: { '0': 120, '4.5': 180, '10': 240 } },
        },
      },
      inputs: {
        golongan: { type: 'label', scale: 'golongan', ifMissing: 'fail' },
        served: {
          type: 'decimal',
          unit: 'year',
          min: 0,
          max: 50,
          step: '0.5',
          ifMissing: 'fail',
        },
      },
    },
    indicator: { unit: 'rupiah', lookup: { read: ['golongan', 'served'], use: 'uang-muka' } },
    evidence: { values: { golongan: 'iii', served: 9.5 } },
    gives: '180',
  },
];
