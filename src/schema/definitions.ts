import { adjustmentKinds } from '../adjust/registry.js';
import type { Text } from '../issue.js';
import type { FormPlace } from '../policy/json-form.js';

/** Parts of a policy that have a definition of their own, by where they stand. */
export const DEFINITIONS: Readonly<Record<FormPlace, string>> = {
  'policy.cites.*': 'citation',
  'policy.units.*': 'unit',
  'policy.scales.*': 'scale',
  'policy.parameters.*': 'parameter',
  'policy.set.*': 'set-parameter',
  'policy.fill.*': 'indicator',
  'policy.inputs.*': 'input',
  'policy.tables.*': 'table',
  'table.row.*': 'input',
  'policy.panels.*': 'panel',
  'panel.sources.*': 'source',
  'policy.curves.*': 'curve',
  'policy.matrices.*': 'matrix',
  'policy.lookups.*': 'lookup',
  'lookup.values.*': 'lookup-values',
  'lookup-values.*': 'lookup-values',
  'policy.indicators.*': 'indicator',
  'indicator.adjust.*': 'adjustment',
  'indicator.limits.*': 'limit',
  'indicator.round': 'round',
  'policy.followUp.*': 'follow-up',
  'policy.distributions.*': 'distribution',
  'table.members': 'members',
  'input.scorecard': 'scorecard',
  'members.read.*': 'member-read',
  'scorecard.read': 'member-read',
  'policy.result': 'result',
  'policy.tests.*': 'test',
  'test.expect': 'expectation',
};

/**
 * What stands under a name that an author chose, or is an element of a list. A definition that keys refer to has
 * no text: an editor would show it in the place of the key's own.
 */
export const DEFINITION_TEXTS: Readonly<Record<string, Text>> = {
  citation: { en: 'where a rule comes from', id: 'dasar sebuah aturan' },
  unit: {
    en: 'a unit, perhaps an exact multiple of another',
    id: 'satuan, mungkin kelipatan tepat satuan lain',
  },
  scale: { en: 'a numeric scale or a label scale', id: 'skala bilangan atau skala label' },
  parameter: { en: 'a number that the policy fixes', id: 'bilangan yang ditetapkan kebijakan' },
  'set-parameter': {
    en: 'what this policy makes of an open parameter of its parent',
    id: 'yang ditetapkan kebijakan ini untuk parameter terbuka milik induknya',
  },
  input: { en: 'a single value, or a column', id: 'nilai tunggal, atau kolom' },
  table: {
    en: 'a table, a row for each thing that happened',
    id: 'tabel, satu baris per kejadian',
  },
  panel: { en: 'a panel of answered forms', id: 'panel formulir jawaban' },
  source: { en: 'a group of raters', id: 'kelompok penilai' },
  curve: { en: 'a curve: a line or steps', id: 'kurva: garis atau anak tangga' },
  matrix: { en: 'a matrix of labels', id: 'matriks label' },
  lookup: { en: 'a table of numbers or labels', id: 'tabel bilangan atau label' },
  'follow-up': {
    en: 'an action that a result asks for when a rule holds',
    id: 'tindakan yang diminta suatu hasil bila aturannya berlaku',
  },
  distribution: {
    en: 'head counts of labels, beside limits that move nobody',
    id: 'banyaknya tiap label, di samping batas yang tidak memindahkan siapa pun',
  },
  indicator: {
    en: 'a named value that the policy computes: exactly one verb, and tails',
    id: 'nilai bernama yang dihitung kebijakan: tepat satu kata kerja, dan ekor',
  },
  adjustment: {
    en: 'one adjustment: exactly one of its kinds',
    id: 'satu penyesuaian: tepat satu jenis',
  },
  limit: { en: 'a limit on a label', id: 'batas label' },
  test: { en: 'a case that the policy carries', id: 'kasus uji milik kebijakan' },
};

/** How many of the keys of an object must be there. */
export interface Choice {
  readonly keys: readonly string[];
  readonly are: 'exactly-one' | 'at-least-one' | 'all-or-none';
}

const exactlyOne = (...keys: readonly string[]): Choice => ({ keys, are: 'exactly-one' });

/**
 * Choices between keys, by definition: the compiler checks them and names what it found; here they are what an
 * editor completes by. A choice counts where the object may have all its keys.
 */
export const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  parameter: [exactlyOne('is', 'since')],
  'set-parameter': [exactlyOne('is', 'since')],
  input: [exactlyOne('labels', 'scale')],
  curve: [exactlyOne('line', 'steps')],
  lookup: [exactlyOne('unit', 'scale')],
  adjustment: [exactlyOne(...adjustmentKinds.keys())],
  limit: [{ keys: ['atMost', 'atLeast'], are: 'at-least-one' }],
  round: [exactlyOne('places', 'step')],
  'verb-rate': [{ keys: ['printed', 'gaps'], are: 'all-or-none' }],
  result: [{ keys: ['score', 'rating'], are: 'at-least-one' }],
};
