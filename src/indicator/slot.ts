import * as z from 'zod/mini';
import { absentHere, libraryKind, eachMember, type KindExample } from './contract.js';

/** A typed hole that another policy may fill. */
export interface SlotSpec {
  /** What it is while nobody has filled it. */
  readonly ifEmpty: 'not-applicable' | 'missing';
}

/**
 * A place kept for a region's own indicator: not applicable, or missing, until it is filled.
 *
 * Issues: none
 * Source: the policy itself
 */
export const slot = libraryKind({
  name: 'slot',
  version: 1,
  summary: {
    id: 'tempat kosong bertipe bagi aturan daerah',
    en: 'a typed hole for a region to fill',
  },
  source: 'no value of its own',
  schema: () => z.strictObject({ ifEmpty: z.enum(['not-applicable', 'missing']) }),
  reads: () => [],
  compile: (spec: SlotSpec, _pointer, context) => ({
    node: spec,
    type: context.declared ?? { is: 'truth' },
  }),
  exact: eachMember((node: SlotSpec) => ({
    cell: absentHere(node.ifEmpty, 'score.empty_slot'),
    readings: [],
  })),
  describe: (node, language) =>
    node.ifEmpty === 'missing'
      ? { id: 'belum diisi: dianggap tidak ada', en: 'not filled: missing' }[language]
      : { id: 'belum diisi: tidak berlaku', en: 'not filled: not applicable' }[language],
  laws: ['total'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const slotExamples: readonly KindExample[] = [
  {
    title: { id: 'belum diisi', en: 'not filled' },
    policy: { scales: { points: { worst: 0, full: 100, best: 100 } } },
    indicator: { unit: 'points', slot: { ifEmpty: 'not-applicable' } },
    evidence: {},
    gives: 'not-applicable',
  },
];
