import * as z from 'zod/mini';
import { pointerTo } from '../pointer.js';
import { fits, sameLabels } from '../rule/operator.js';
import { authorName, reference } from '../rule/schema.js';
import { type Slot, worstAbsence } from '../slot.js';
import { eachMember, libraryKind, readingsOf } from './contract.js';
import type { Lookup } from './named-lookup.js';

/** Labels looked up in one of the policy's named lookups. */
export interface LookupUse {
  /** The names whose labels lead in, in the order of the lookup's keys. */
  readonly read: readonly string[];
  /** The name of the lookup. */
  readonly use: string;
}

interface LookupNode {
  readonly read: readonly Slot[];
  readonly lookup: Lookup;
}

/**
 * The number or label at the place that several labels lead to.
 *
 * Issues: `lookup.keys`, `matrix.labels`, `unit.mismatch`, `name.*`
 * Source: tables of regulations with several entries, e.g. angka kredit by jenjang and predikat (PerBKN 3/2023)
 */
export const lookup = libraryKind({
  name: 'lookup',
  version: 1,
  summary: {
    id: 'beberapa label menjadi bilangan atau label lewat tabel bernama',
    en: 'several labels to a number or a label by a named table',
  },
  source: 'the entry that the labels lead to; e.g. angka kredit tables of PerBKN 3/2023',
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
      const at = pointerTo(pointer, 'read', i);
      const slot = context.resolve(name, at);
      const labels = found.keys[i];
      if (slot === undefined || labels === undefined) return [];
      if (slot.type.is === 'label' && sameLabels(slot.type.labels, labels)) return [slot];
      context.report('matrix.labels', at, { name, scale: labels.scale ?? '' });
      return [];
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
    const readings = readingsOf(node.read, reader);
    const absence = worstAbsence(readings.map(({ cell }) => cell));
    if (absence !== undefined) return { cell: absence, readings };
    let position = 0;
    for (const [i, { cell }] of readings.entries()) {
      position = position * (node.lookup.keys[i]?.names.length ?? 0) + Number(cell);
    }
    const cell = node.lookup.cells[position];
    if (cell === undefined) throw new TypeError('a lookup is complete');
    return { cell, readings, cites: node.lookup.cite === undefined ? [] : [node.lookup.cite] };
  }),
  describe: (node, language) => {
    const names = node.read.map(({ name }) => name).join(', ');
    return `${node.lookup.name} ${{ id: 'menurut', en: 'by' }[language]} ${names}`;
  },
  laws: ['total'],
  examples: [
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
  ],
});
