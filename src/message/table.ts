import type { MessageTemplate } from './template.js';

/** What can be wrong with a curve, a matrix or a lookup, and what they may find. */
export const tableMessages = {
  'curve.one_shape': {
    severity: 'error',
    id: 'kurva memerlukan tepat satu dari `line` dan `steps`',
    en: 'a curve needs exactly one of `line` and `steps`',
  },
  'curve.outside_steps': {
    severity: 'error',
    id: '`outside` hanya untuk `line`',
    en: '`outside` goes with `line` alone',
  },
  'curve.step_form': {
    severity: 'error',
    id: 'undakan memerlukan satu dari `from`, `above` dan `missing`; hanya undakan pertama boleh tanpa batas',
    en: 'a step needs one of `from`, `above` and `missing`; only the first may have no edge',
  },
  'curve.not_increasing': {
    severity: 'error',
    id: '`{found}` tidak lebih besar daripada yang sebelumnya',
    en: '`{found}` is not above the one before it',
  },
  'curve.outside': {
    severity: 'warning',
    id: 'nilai berada di luar kurva `{curve}`',
    en: 'the value lies outside the curve `{curve}`',
  },
  'matrix.labels': {
    severity: 'error',
    id: 'label `{name}` bukan dari skala `{scale}` yang diminta matriks',
    en: 'the labels of `{name}` are not those of scale `{scale}` that the matrix asks for',
  },
  'lookup.number_entry': {
    severity: 'error',
    id: '`{found}` bukan bilangan desimal',
    en: '`{found}` is not a decimal number',
    help: {
      id: 'kunci ini bilangan: tulis misalnya `"12"` atau `"4.5"`',
      en: 'this key is a number: write for example `"12"` or `"4.5"`',
    },
  },
  'lookup.same_entry': {
    severity: 'error',
    id: '`{found}` sama dengan entri lain',
    en: '`{found}` is the same number as another entry',
  },
  'lookup.no_entry': {
    severity: 'error',
    id: 'peta ini tidak memiliki entri',
    en: 'this map has no entry',
  },
  'lookup.outside': {
    severity: 'warning',
    id: 'tabel `{name}` tidak memiliki entri untuk nilai ini',
    en: 'lookup `{name}` has no entry for this value',
  },
  'lookup.entry_form': {
    severity: 'error',
    id: '`{found}` bukan label dan bukan bilangan desimal',
    en: '`{found}` is neither a label nor a decimal number',
  },
  'lookup.depth': {
    severity: 'error',
    id: 'tingkat tabel tidak sesuai dengan banyaknya kunci',
    en: 'the levels of the table do not match the number of keys',
  },
  'lookup.keys': {
    severity: 'error',
    id: '`read` menyebut {found} nama, tabel memiliki {expected} kunci',
    en: '`read` lists {found} names, the lookup has {expected} keys',
  },
  'lookup.gives': {
    severity: 'error',
    id: 'tabel `{name}` tidak memberi jenis yang dinyatakan indikator',
    en: 'lookup `{name}` does not give what the indicator says it is',
    help: { id: 'sesuaikan `unit` atau `scale`', en: 'make `unit` or `scale` agree' },
  },
  'lookup.unit_or_scale': {
    severity: 'error',
    id: 'tabel memerlukan tepat satu dari `unit` dan `scale`',
    en: 'a lookup needs exactly one of `unit` and `scale`',
  },
} as const satisfies Record<string, MessageTemplate>;
