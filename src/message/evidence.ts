import type { MessageTemplate } from './template.js';

/** What can be wrong with evidence. */
export const evidenceMessages = {
  'evidence.type': {
    severity: 'error',
    id: 'diharapkan {expected}, ditemukan {found}',
    en: 'expected {expected}, found {found}',
  },
  'evidence.number': {
    severity: 'error',
    id: '`{found}` bukan bilangan',
    en: '`{found}` is not a number',
    help: {
      id: 'tulis `{suggestion}`',
      en: 'write `{suggestion}`',
    },
  },
  'evidence.duration': {
    severity: 'error',
    id: '`{found}` bukan lama waktu dengan pola `{pattern}`',
    en: '`{found}` is not a duration in the pattern `{pattern}`',
    help: {
      id: 'tulis seperti `{example}`, sebagai teks',
      en: 'write it as in `{example}`, as text',
    },
  },
  'evidence.no_value': {
    severity: 'error',
    id: 'objek ini tidak memiliki `value`',
    en: 'this object has no `value`',
    help: {
      id: 'tulis nilainya langsung, atau `value` dengan `at`, `by` atau `record`',
      en: 'write the value by itself, or `value` with `at`, `by` or `record`',
    },
  },
  'evidence.unknown_key': {
    severity: 'error',
    id: '`{key}` tidak dikenal',
    en: '`{key}` is not known',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'evidence.row_length': {
    severity: 'error',
    id: 'baris memiliki {found} nilai, seharusnya {expected}',
    en: 'the row has {found} values, expected {expected}',
  },
  'columns.length': {
    severity: 'error',
    id: 'kolom berisi {found} nilai, seharusnya {expected}',
    en: 'the column has {found} values, expected {expected}',
  },
  'columns.offsets': {
    severity: 'error',
    id: '`offsets` harus {expected} bilangan bulat yang tidak menurun, mulai dari 0',
    en: '`offsets` must be {expected} whole numbers that do not fall, from 0 on',
  },
  'evidence.column_twice': {
    severity: 'error',
    id: 'kolom `{key}` ditulis dua kali',
    en: 'column `{key}` is written twice',
  },
  'evidence.too_many_rows': {
    severity: 'error',
    id: 'ada {found} baris, paling banyak {limit}',
    en: 'there are {found} rows, at most {limit}',
  },
  'evidence.no_source': {
    severity: 'error',
    id: 'kolom `source` wajib ada: panel ini memiliki lebih dari satu sumber',
    en: 'column `source` is required: this panel has more than one source',
  },
  'evidence.totals_not_accepted': {
    severity: 'error',
    id: 'jumlah saja tidak cukup: aturan membaca lebih dari rata-rata, jumlah dan banyaknya',
    en: 'totals are not enough: the rules read more than means, sums and counts',
    help: {
      id: 'berikan tiap baris atau formulir',
      en: 'give each row or form',
    },
  },
  'evidence.no_sum': {
    severity: 'error',
    id: '`{key}` memiliki jawaban tetapi tidak memiliki jumlah',
    en: '`{key}` has answers and no sum',
    help: { id: 'tulis jumlahnya dalam `sums`', en: 'write their sum in `sums`' },
  },
  'evidence.totals_range': {
    severity: 'error',
    id: 'jumlah `{found}` tidak mungkin dari {count} nilai',
    en: 'a sum of `{found}` is not possible from {count} values',
  },
  'evidence.missing': {
    severity: 'warning',
    id: '`{name}` tidak ada',
    en: '`{name}` is missing',
  },
  'evidence.used_instead': {
    severity: 'note',
    id: '`{name}` tidak ada; dipakai `{used}` menurut `{cite}`',
    en: '`{name}` is missing; `{used}` is used instead, by `{cite}`',
  },
  'evidence.out_of_bounds': {
    severity: 'warning',
    id: '`{found}` di luar batas `{min}` sampai `{max}`; dianggap tidak ada',
    en: '`{found}` is outside `{min}` to `{max}`; taken as missing',
  },
  'evidence.off_step': {
    severity: 'warning',
    id: '`{found}` bukan langkah bulat `{step}` dari `{from}`; dianggap tidak ada',
    en: '`{found}` is not a whole number of steps of `{step}` from `{from}`; taken as missing',
  },
  'evidence.not_applicable': {
    severity: 'warning',
    id: '`{name}` tidak berlaku di sini; nilainya diabaikan',
    en: '`{name}` does not apply here; its value is ignored',
  },
  'evidence.too_few_answers': {
    severity: 'note',
    id: '`{name}`: sumber `{source}` memberi {found} jawaban, sedikitnya {expected}',
    en: '`{name}`: source `{source}` gave {found} answers, at least {expected} are needed',
  },
  'evidence.outside_effective': {
    severity: 'warning',
    id: 'bukti {first} sampai {last} berada di luar masa berlaku kebijakan, mulai {from} sebelum {until}',
    en: 'the evidence of {first} to {last} lies outside the days on which the policy holds, from {from} until {until}',
  },
  'evidence.rater_twice': {
    severity: 'warning',
    id: 'penilai `{rater}` mengisi lebih dari satu formulir sebagai sumber yang sama',
    en: 'rater `{rater}` filled in more than one form for the same source',
  },
  'evidence.too_precise': {
    severity: 'error',
    id: 'bilangan `{found}` memiliki lebih dari {limit} angka penting',
    en: 'number `{found}` has more than {limit} significant digits',
  },
  'evidence.no_date': {
    severity: 'warning',
    id: 'parameter `{name}` bergantung pada tanggal, tetapi bukti tidak memuat tanggal',
    en: 'parameter `{name}` depends on a date, and the evidence has none',
    help: {
      id: 'beri `asOf`',
      en: 'give `asOf`',
    },
  },
  'evidence.before_since': {
    severity: 'warning',
    id: 'parameter `{name}` belum memiliki nilai pada {date}',
    en: 'parameter `{name}` has no value yet on {date}',
  },
  'evidence.parameter_changes': {
    severity: 'warning',
    id: 'parameter `{name}` berubah antara {first} dan {last}; dipakai nilai terakhir',
    en: 'parameter `{name}` changes between {first} and {last}; the last value is used',
    help: {
      id: 'beri `asOf`, atau pisahkan buktinya',
      en: 'give `asOf`, or split the evidence',
    },
  },
} as const satisfies Record<string, MessageTemplate>;
