import type { MessageTemplate } from './template.js';

/** What can be wrong with a rule, and what it may find while it is evaluated. */
export const ruleMessages = {
  'rule.not_a_rule': {
    severity: 'error',
    id: 'ini bukan aturan',
    en: 'this is not a rule',
    help: {
      id: 'tulis bilangan, true, false, label, atau satu operasi `{ "operator": [...] }`',
      en: 'write a number, true, false, a label, or one operation `{ "operator": [...] }`',
    },
  },
  'rule.one_operator': {
    severity: 'error',
    id: 'sebuah operasi memiliki tepat satu operator, ditemukan {found}',
    en: 'an operation has exactly one operator, found {found}',
  },
  'rule.unknown_operator': {
    severity: 'error',
    id: 'operator `{found}` tidak dikenal',
    en: 'operator `{found}` is not known',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'rule.foreign_operator': {
    severity: 'error',
    id: 'operator `{found}` tidak termasuk bahasa ini',
    en: 'operator `{found}` is not part of this language',
    help: {
      id: 'pakai {instead}',
      en: 'use {instead}',
    },
  },
  'rule.arity': {
    severity: 'error',
    id: '`{operator}` memerlukan {expected} operan, ditemukan {found}',
    en: '`{operator}` takes {expected} operands, found {found}',
    help: {
      id: 'operan ditulis dalam larik: `{ "{operator}": [a, b] }`',
      en: 'operands stand in an array: `{ "{operator}": [a, b] }`',
    },
  },
  'rule.var': {
    severity: 'error',
    id: 'diperlukan satu nama sebagai teks',
    en: 'a name is needed here, as text',
    help: {
      id: 'tulis namanya saja; nilai pengganti dinyatakan pada `ifMissing` input, bukan di sini',
      en: 'write the bare name; what to use instead is said in `ifMissing` of the input, not here',
    },
  },
  'rule.type': {
    severity: 'error',
    id: 'jenis tidak cocok: {found}, seharusnya {expected}',
    en: 'types do not match: {found}, expected {expected}',
    help: {
      id: 'teks dalam aturan hanyalah label: nama dibaca dengan `{ "var": "nama" }`, pecahan ditulis `{ "/": [1, 9] }`',
      en: 'text in a rule is only a label: names are read with `{ "var": "name" }`, fractions written `{ "/": [1, 9] }`',
    },
  },
  'rule.text_alone': {
    severity: 'error',
    id: 'teks tidak memiliki arti di sini: teks hanya dapat menjadi label di samping label',
    en: 'text has no meaning here: it can only be a label beside a label',
    help: {
      id: 'bilangan ditulis tanpa tanda kutip; nilai lain dibaca dengan `{ "var": "nama" }`',
      en: 'write numbers without quotes; read other values with `{ "var": "name" }`',
    },
  },
  'rule.no_order': {
    severity: 'error',
    id: '`{found}` tidak dapat dibandingkan besar kecilnya',
    en: '`{found}` cannot be compared for order',
    help: {
      id: 'pakai `==`, `!=` atau `in`; hanya label dari suatu skala yang berurutan',
      en: 'use `==`, `!=` or `in`; only the labels of a scale have an order',
    },
  },
  'rule.if_without_else': {
    severity: 'error',
    id: '`if` memerlukan nilai bila tidak ada syarat yang berlaku',
    en: '`if` needs a value for when no condition holds',
    help: {
      id: 'tambahkan operan terakhir',
      en: 'add a last operand',
    },
  },
  'rule.one_date': {
    severity: 'error',
    id: 'tanggal hanya dapat dikurangi dengan tepat satu tanggal lain',
    en: 'a date can only be subtracted from exactly one other date',
    help: {
      id: 'tulis `{ "-": [tanggal akhir, tanggal awal] }`; hasilnya dalam `day`',
      en: 'write `{ "-": [end, start] }`; the result is in `day`',
    },
  },
  'rule.missing_some_form': {
    severity: 'error',
    id: '`missing_some` memerlukan banyaknya yang harus ada, lalu larik nama',
    en: '`missing_some` takes how many must be there, then an array of names',
    help: {
      id: 'misalnya `{ "missing_some": [2, ["a", "b", "c"]] }`',
      en: 'for example `{ "missing_some": [2, ["a", "b", "c"]] }`',
    },
  },
  'rule.number_form': {
    severity: 'error',
    id: '`number` memerlukan sebuah nilai dan nama satuannya',
    en: '`number` takes a value and the name of a unit',
    help: {
      id: 'misalnya `{ "number": [{ "var": "waktu" }, "second"] }`',
      en: 'for example `{ "number": [{ "var": "time" }, "second"] }`',
    },
  },
  'rule.no_real_value': {
    severity: 'warning',
    id: 'operasi ini tidak memiliki nilai nyata di sini',
    en: 'this operation has no real value here',
    help: {
      id: '`ln` memerlukan bilangan positif, `sqrt` dan pangkat pecahan bilangan tak negatif',
      en: '`ln` needs a positive number, `sqrt` and fractional powers one that is not negative',
    },
  },
  'unit.not_pure': {
    severity: 'error',
    id: 'diperlukan bilangan tanpa satuan, ditemukan `{found}`',
    en: 'a number without a unit is needed, found `{found}`',
    help: {
      id: 'tulis `{ "number": [nilai, "{found}"] }` untuk banyaknya satuan itu',
      en: 'write `{ "number": [value, "{found}"] }` for how many of that unit it is',
    },
  },
  'rule.division_by_zero': {
    severity: 'warning',
    id: 'pembagian dengan nol tidak memiliki nilai',
    en: 'a division by zero has no value',
  },
} as const satisfies Record<string, MessageTemplate>;
