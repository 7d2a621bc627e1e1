import type { MessageTemplate } from './template.js';

/** What can be wrong with a policy as a document. */
export const policyMessages = {
  'policy.unknown_key': {
    severity: 'error',
    id: 'kunci `{key}` tidak dikenal di sini',
    en: 'key `{key}` is not known here',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'policy.missing_key': {
    severity: 'error',
    id: 'kunci `{key}` wajib ada',
    en: 'key `{key}` is required',
  },
  'policy.type': {
    severity: 'error',
    id: 'diharapkan {expected}',
    en: 'expected {expected}',
  },
  'policy.value': {
    severity: 'error',
    id: 'nilai ini harus salah satu dari {expected}',
    en: 'the value must be one of {expected}',
  },
  'policy.too_few': {
    severity: 'error',
    id: 'sedikitnya harus ada {expected}',
    en: 'there must be at least {expected}',
  },
  'policy.range': {
    severity: 'error',
    id: 'nilai harus {expected}',
    en: 'the value must be {expected}',
  },
  'policy.name_form': {
    severity: 'error',
    id: '`{found}` bukan nama: pakai huruf kecil, angka dan tanda hubung, diawali huruf',
    en: '`{found}` is not a name: use lower-case letters, digits and hyphens, beginning with a letter',
  },
  'policy.id_form': {
    severity: 'error',
    id: '`{found}` bukan pengenal: tulis nama-nama dipisah garis miring, misalnya `kota-sabang/kinerja-asn`',
    en: '`{found}` is not an id: write names separated by slashes, for example `kota-sabang/kinerja-asn`',
  },
  'policy.version_form': {
    severity: 'error',
    id: '`{found}` bukan versi: tulis tiga bilangan, misalnya `2026.1.0`',
    en: '`{found}` is not a version: write three numbers, for example `2026.1.0`',
  },
  'policy.date_form': {
    severity: 'error',
    id: '`{found}` bukan tanggal',
    en: '`{found}` is not a civil day',
    help: {
      id: 'tulis `TTTT-BB-HH`, misalnya `2026-01-31`',
      en: 'write `YYYY-MM-DD`, for example `2026-01-31`',
    },
  },
  'policy.effective_order': {
    severity: 'error',
    id: '`until` harus sesudah `from`',
    en: '`until` must come after `from`',
  },
  'policy.replaces_itself': {
    severity: 'error',
    id: 'versi tidak dapat menggantikan dirinya sendiri',
    en: 'a version cannot take its own place',
  },
  'policy.one_verb': {
    severity: 'error',
    id: 'indikator harus memiliki tepat satu kata kerja, ditemukan {found}',
    en: 'an indicator has exactly one verb, found {found}',
    help: {
      id: 'pilih satu dari: {expected}',
      en: 'choose one of: {expected}',
    },
  },
  'policy.unit_and_scale': {
    severity: 'error',
    id: 'indikator memiliki `unit` dan `scale` sekaligus',
    en: 'the indicator has both a `unit` and a `scale`',
    help: {
      id: '`unit` untuk bilangan, `scale` untuk label',
      en: '`unit` is for a number, `scale` for a label',
    },
  },
  'policy.exact_only': {
    severity: 'note',
    id: 'kebijakan ini hanya dihitung secara eksak, jadi lebih lambat: {why}',
    en: 'this policy is computed exactly alone, and slower for it: {why}',
  },
  'policy.heavy': {
    severity: 'warning',
    id: 'satu penilaian dapat memerlukan {found} turunan; di atas {limit} catatannya mungkin terlalu besar',
    en: 'one evaluation may take {found} derivations; above {limit} its record may be too large',
    help: { id: 'turunkan `atMost` tabel', en: 'lower `atMost` of the tables' },
  },
  'policy.unused': {
    severity: 'warning',
    id: '{what} `{name}` tidak dipakai',
    en: '{what} `{name}` is not used',
    help: {
      id: 'hapus, atau pakai namanya',
      en: 'remove it, or use its name',
    },
  },
  'policy.no_result': {
    severity: 'error',
    id: '`result` harus menyebut `score`, `rating`, atau keduanya',
    en: '`result` must name a `score`, a `rating` or both',
  },
  'policy.result_type': {
    severity: 'error',
    id: '`{name}` tidak dapat menjadi {what} hasil: harus {expected}',
    en: '`{name}` cannot be the {what} of the result: it must be {expected}',
  },
  'policy.result_unrounded': {
    severity: 'error',
    id: 'nilai hasil `{name}` tidak memiliki `round`',
    en: 'the score `{name}` has no `round`',
    help: {
      id: 'nyatakan pembulatan, misalnya `"round": { "places": 2, "mode": "half-up", "for": "use" }`',
      en: 'declare the rounding, for example `"round": { "places": 2, "mode": "half-up", "for": "use" }`',
    },
  },
  'policy.no_baseline': {
    severity: 'error',
    id: 'satuan `{unit}` bukan skala, jadi tidak ada nilai penuh untuk menghitung kekurangan',
    en: 'unit `{unit}` is no scale, so there is no full value to count a shortfall from',
    help: {
      id: 'beri `result.baseline`, atau jadikan satuannya skala',
      en: 'give `result.baseline`, or make the unit a scale',
    },
  },
  'followup.same_rung': {
    severity: 'error',
    id: 'anak tangga {rung} dari `{name}` sudah dipakai di {other}',
    en: 'rung {rung} of `{name}` is taken by {other}',
  },
  'round.form': {
    severity: 'error',
    id: '`round` memerlukan tepat satu dari `places` dan `step`',
    en: '`round` needs exactly one of `places` and `step`',
  },
  'round.step': {
    severity: 'error',
    id: '`step` pembulatan harus desimal berhingga di atas nol',
    en: 'the `step` of a rounding must be a terminating decimal above zero',
  },
  'tail.not_number': {
    severity: 'error',
    id: '`{tail}` hanya untuk indikator bilangan',
    en: '`{tail}` is for indicators that are numbers',
  },
  'tail.not_label': {
    severity: 'error',
    id: '`limits` hanya untuk indikator label berurutan',
    en: '`limits` is for indicators that are labels of a scale',
  },
  'tail.limit_form': {
    severity: 'error',
    id: 'batas memerlukan `atMost` atau `atLeast`',
    en: 'a limit needs `atMost` or `atLeast`',
  },
  'tail.limit_order': {
    severity: 'error',
    id: '`atLeast` lebih tinggi daripada `atMost`',
    en: '`atLeast` is above `atMost`',
  },
  'tail.same_id': {
    severity: 'error',
    id: 'pengenal `{id}` ditulis dua kali',
    en: 'id `{id}` is written twice',
  },
  'adjust.one_kind': {
    severity: 'error',
    id: 'penyesuaian memerlukan tepat satu dari {expected}, ditemukan {found}',
    en: 'an adjustment has exactly one of {expected}, found {found}',
  },
  'adjust.always_fails': {
    severity: 'warning',
    id: 'jumlah atau batas penyesuaian `{id}` kurang dari nol: nilainya selalu gagal',
    en: 'the amount or limit of adjustment `{id}` is below zero: the value always fails',
    help: {
      id: 'tulis besarnya tanpa tanda; `deduct` mengurangi, `add` menambah',
      en: 'write how much, without a sign; `deduct` takes away, `add` puts on',
    },
  },
  'adjust.no_limit': {
    severity: 'error',
    id: '`atMost` tidak berlaku untuk `{kind}`',
    en: '`atMost` does not go with `{kind}`',
  },
} as const satisfies Record<string, MessageTemplate>;
