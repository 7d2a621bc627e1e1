import type { MessageTemplate } from './template.js';

/** What can be wrong with an indicator, and what it may find while it is evaluated. */
export const indicatorMessages = {
  'indicator.host': {
    severity: 'error',
    id: '{id}',
    en: '{en}',
  },
  'indicator.needs_unit': {
    severity: 'error',
    id: 'indikator ini berupa bilangan dan memerlukan `unit`',
    en: 'this indicator is a number and needs a `unit`',
  },
  'indicator.needs_scale': {
    severity: 'error',
    id: 'indikator ini berupa label dan memerlukan `scale`',
    en: 'this indicator is a label and needs a `scale`',
  },
  'achievement.inside_range': {
    severity: 'error',
    id: '`better: "inside"` memerlukan rentang',
    en: '`better: "inside"` needs a range',
    help: {
      id: 'tulis `"target": { "from": ..., "to": ... }`',
      en: 'write `"target": { "from": ..., "to": ... }`',
    },
  },
  'achievement.range_order': {
    severity: 'error',
    id: 'rentang target dimulai di atas akhirnya',
    en: 'the target range begins above its end',
  },
  'achievement.no_full': {
    severity: 'error',
    id: 'satuan indikator bukan skala, jadi tidak ada nilai penuh bagi capaian',
    en: 'the unit is no scale, so there is no full value for an achievement',
    help: {
      id: 'pakai skala bilangan, atau satuan `ratio`',
      en: 'use a numeric scale, or the unit `ratio`',
    },
  },
  'goalposts.no_scale': {
    severity: 'error',
    id: 'satuan indikator harus sebuah skala bilangan',
    en: 'the unit must be a numeric scale',
  },
  'choose.same_id': {
    severity: 'error',
    id: 'kasus `{id}` ditulis dua kali',
    en: 'case `{id}` is written twice',
  },
  'choose.no_case': {
    severity: 'warning',
    id: 'tidak ada kasus yang berlaku',
    en: 'no case applies',
  },
  'geometric.negative': {
    severity: 'warning',
    id: 'rata-rata geometrik tidak memiliki nilai bila ada komponen negatif',
    en: 'a geometric mean has no value when a component is negative',
  },
  'rate.two_edges': {
    severity: 'error',
    id: 'label `{label}` memiliki lebih dari satu batas',
    en: 'label `{label}` has more than one edge',
  },
  'rate.edge_order': {
    severity: 'error',
    id: 'batas `{label}` tidak mengikuti urutan skala',
    en: 'the edge of `{label}` does not follow the order of the scale',
    help: {
      id: 'makin tinggi nilainya, label harus makin baik sepanjang jalan, atau makin buruk',
      en: 'as values rise, labels must become better all the way, or worse all the way',
    },
  },
  'rate.guard_no_band': {
    severity: 'error',
    id: 'syarat `{label}` tidak pernah ditanya: label itu tidak memiliki batas',
    en: 'the guard of `{label}` is never asked: the label has no edge',
  },
  'rate.guard_upwards': {
    severity: 'error',
    id: 'syarat `{label}` tidak boleh memberi `{other}`, yang tidak lebih rendah',
    en: 'the guard of `{label}` may not give `{other}`, which is not lower',
  },
  'rate.gaps_and_printed': {
    severity: 'error',
    id: '`printed` dan `gaps` harus ada bersama',
    en: '`printed` and `gaps` must stand together',
    help: {
      id: 'nyatakan apa yang terjadi pada nilai di celah: `lower-edge`, `report` atau `round-first`',
      en: 'say what happens to a value in a gap: `lower-edge`, `report` or `round-first`',
    },
  },
  'rate.printed_edge': {
    severity: 'error',
    id: 'rentang tercetak `{label}` tidak mulai pada batasnya, atau terbalik',
    en: 'the printed range of `{label}` does not begin at its edge, or is reversed',
  },
  'rate.printed_overlap': {
    severity: 'error',
    id: 'rentang tercetak `{label}` bertumpang tindih dengan yang berikutnya',
    en: 'the printed range of `{label}` overlaps the next',
  },
  'rate.printed_gap': {
    severity: 'note',
    id: 'nilai berada di celah antara rentang tercetak; aturan `gaps` diterapkan',
    en: 'the value lies in a gap between printed ranges; the `gaps` rule was applied',
  },
  'rate.guarded': {
    severity: 'note',
    id: 'syarat `{label}` tidak terpenuhi; diberikan `{other}`',
    en: 'the condition for `{label}` does not hold; `{other}` is given',
  },
  'rate.in_gap': {
    severity: 'warning',
    id: 'nilai berada di celah antara rentang tercetak dan tidak mendapat label',
    en: 'the value lies in a gap between printed ranges and gets no label',
  },
  'rows.form': {
    severity: 'error',
    id: '`take: "{take}"` tidak sesuai dengan `read`, `where` dan `trim` yang ada',
    en: '`take: "{take}"` does not go with the `read`, `where` and `trim` given',
    help: {
      id: '`count` dan `share` tanpa `read`; `share` dengan `where`; yang lain dengan `read`; `trim` untuk `trimmed` saja, dan wajib',
      en: '`count` and `share` without `read`; `share` with `where`; the others with `read`; `trim` with `trimmed`, and with no other',
    },
  },
  'rows.inside_table': {
    severity: 'error',
    id: '`rows` tidak dapat dipakai dalam indikator `per` tabel',
    en: '`rows` cannot be used in an indicator `per` table',
  },
  'rows.not_a_column': {
    severity: 'error',
    id: '`{name}` tidak memiliki nilai tiap baris `{table}`',
    en: '`{name}` has no value for each row of `{table}`',
  },
  'rows.none': {
    severity: 'note',
    id: 'tidak ada baris',
    en: 'there are no rows',
  },
  'weights.sum': {
    severity: 'error',
    id: 'bobot `{name}` berjumlah `{found}`, seharusnya `1`',
    en: 'weights of `{name}` sum to `{found}`, expected `1`',
    help: {
      id: 'tulis sepertiga sebagai `"1/3"`, atau sisanya sebagai `"rest"`',
      en: 'write thirds as `"1/3"`, or what is left as `"rest"`',
    },
  },
  'weights.negative': {
    severity: 'error',
    id: 'bobot `{found}` kurang dari nol',
    en: 'weight `{found}` is below zero',
  },
  'weights.two_rests': {
    severity: 'error',
    id: 'hanya satu bobot boleh `"rest"`',
    en: 'only one weight may be `"rest"`',
  },
  'weights.none': {
    severity: 'error',
    id: 'sedikitnya satu komponen harus ada',
    en: 'there must be at least one component',
  },
  'weights.not_constant': {
    severity: 'error',
    id: 'bobot hanya boleh memakai bilangan dan parameter',
    en: 'a weight may use numbers and parameters only',
  },
  'weights.by_not_label': {
    severity: 'error',
    id: '`by` memerlukan label; `{name}` bukan label',
    en: '`by` takes a label; `{name}` is none',
  },
  'weights.set_form': {
    severity: 'error',
    id: 'dengan `by`, setiap label memerlukan bobotnya sendiri',
    en: 'with `by`, every label needs its own weights',
  },
  'weights.leave_out_range': {
    severity: 'error',
    id: '`atLeast` harus antara 0 dan 1, ditemukan `{found}`',
    en: '`atLeast` must lie between 0 and 1, found `{found}`',
  },
  'components.trim': {
    severity: 'error',
    id: '`trim` harus mulai 0 dan kurang dari 1/2, ditemukan `{found}`',
    en: '`trim` must lie from 0 to below 1/2, found `{found}`',
  },
  'components.take': {
    severity: 'error',
    id: '`take` adalah {found}, padahal hanya ada {limit} komponen',
    en: '`take` is {found}, and there are only {limit} components',
  },
  'components.places': {
    severity: 'error',
    id: '{expected} komponen memerlukan {expected} bobot yang berjumlah `1`; ditemukan {found} dengan jumlah `{sum}`',
    en: '{expected} components need {expected} weights that sum to `1`; found {found} with the sum `{sum}`',
  },
  'components.count': {
    severity: 'warning',
    id: 'hanya {found} komponen bernilai, kurang dari yang diperlukan',
    en: 'only {found} components have a value, fewer than are needed',
  },
  'power.exponent': {
    severity: 'error',
    id: 'pangkat `{found}` harus bukan nol, antara -100 dan 100, dengan penyebut paling besar 100',
    en: 'the exponent `{found}` must not be zero, and lie between -100 and 100 with a denominator of at most 100',
  },
  'power.negative': {
    severity: 'warning',
    id: 'rata-rata pangkat tidak memiliki nilai bila ada komponen negatif',
    en: 'a power mean has no value when a component is negative',
  },
  'only.several': {
    severity: 'error',
    id: 'beberapa komponen berlaku sekaligus: {names}',
    en: 'several components apply at once: {names}',
    help: {
      id: 'periksa `when` tiap komponen: hanya satu boleh berlaku',
      en: 'check the `when` of each component: only one may apply',
    },
  },
} as const satisfies Record<string, MessageTemplate>;
