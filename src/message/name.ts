import type { MessageTemplate } from './template.js';

/** What can be wrong with names, units, numbers and declarations. */
export const nameMessages = {
  'name.unknown': {
    severity: 'error',
    id: 'nama `{name}` tidak ada',
    en: 'name `{name}` does not exist',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'name.duplicate': {
    severity: 'error',
    id: 'nama `{name}` sudah dipakai di {other}',
    en: 'name `{name}` is already taken at {other}',
  },
  'name.cycle': {
    severity: 'error',
    id: 'nama-nama ini saling bergantung: {names}',
    en: 'these names depend on each other: {names}',
  },
  'name.needs_row': {
    severity: 'error',
    id: '`{name}` memiliki satu nilai tiap baris tabel; di sini hanya ada satu nilai',
    en: '`{name}` has one value for each row of a table; here there is a single value',
    help: {
      id: 'pakai `rows` untuk menjadikannya satu nilai, atau `per` pada indikator ini',
      en: 'use `rows` to bring it to one value, or `per` on this indicator',
    },
  },
  'name.other_table': {
    severity: 'error',
    id: '`{name}` milik tabel lain',
    en: '`{name}` belongs to another table',
  },
  'name.unknown_label': {
    severity: 'error',
    id: 'label `{found}` tidak ada; yang ada: {expected}',
    en: 'label `{found}` does not exist; there are: {expected}',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'name.label_missing': {
    severity: 'error',
    id: 'label berikut belum ada: {missing}',
    en: 'these labels are missing: {missing}',
  },
  'name.unknown_scale': {
    severity: 'error',
    id: 'skala `{name}` tidak ada',
    en: 'scale `{name}` does not exist',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'name.unknown_curve': {
    severity: 'error',
    id: 'kurva `{name}` tidak ada',
    en: 'curve `{name}` does not exist',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'name.unknown_matrix': {
    severity: 'error',
    id: 'matriks `{name}` tidak ada',
    en: 'matrix `{name}` does not exist',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'name.unknown_table': {
    severity: 'error',
    id: 'tabel atau panel `{name}` tidak ada',
    en: 'table or panel `{name}` does not exist',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'name.unknown_cite': {
    severity: 'error',
    id: 'kutipan `{name}` tidak ada',
    en: 'citation `{name}` does not exist',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'scale.order': {
    severity: 'error',
    id: 'skala harus naik dari `worst` lewat `full` ke `best`',
    en: 'a scale must rise from `worst` through `full` to `best`',
  },
  'scale.label_twice': {
    severity: 'error',
    id: 'label `{label}` ditulis dua kali',
    en: 'label `{label}` is written twice',
  },
  'scale.reserved': {
    severity: 'error',
    id: 'skala tidak boleh bernama `{name}`, yang sudah berarti satuan',
    en: 'a scale may not be named `{name}`, which already means a unit',
  },
  'scale.not_numeric': {
    severity: 'error',
    id: 'skala `{name}` bukan skala bilangan',
    en: 'scale `{name}` is not numeric',
  },
  'scale.not_labels': {
    severity: 'error',
    id: 'skala `{name}` bukan skala label',
    en: 'scale `{name}` has no labels',
  },
  'parameter.one_value': {
    severity: 'error',
    id: 'parameter memerlukan tepat satu dari `is` dan `since`',
    en: 'a parameter needs exactly one of `is` and `since`',
  },
  'parameter.open_range': {
    severity: 'error',
    id: 'nilai `{found}` berada di luar batas `open` `{min}` sampai `{max}`',
    en: 'value `{found}` is outside its `open` bounds `{min}` to `{max}`',
  },
  'input.range': {
    severity: 'error',
    id: '`min` harus tidak lebih dari `max`',
    en: '`min` must not exceed `max`',
  },
  'input.step': {
    severity: 'error',
    id: '`step` harus lebih dari nol',
    en: '`step` must be above zero',
  },
  'input.no_step': {
    severity: 'warning',
    id: 'input tidak memiliki `step`',
    en: 'the input has no `step`',
    help: {
      id: 'beri langkah terkecil buktinya, misalnya `0.01`: tanpanya celah antara rentang tidak dapat diperiksa dan penilaian cepat tidak memiliki batas galat',
      en: 'give the smallest step of its evidence, such as `0.01`: without it gaps between ranges cannot be checked, and fast evaluation has no bound on its error',
    },
  },
  'input.day_hours': {
    severity: 'error',
    id: 'pola `{pattern}` menghitung hari, tetapi panjang satu hari tidak disebut',
    en: 'the pattern `{pattern}` counts days, and how long one is is not said',
    help: {
      id: 'tulis `dayHours`: 24 untuk hari kalender, misalnya 7.5 untuk hari kerja',
      en: 'write `dayHours`: 24 for elapsed days, 7.5 for example for working days',
    },
  },
  'input.day_hours_range': {
    severity: 'error',
    id: 'satu hari `{found}` jam, seharusnya lebih dari `0` dan paling banyak `24`',
    en: 'a day of `{found}` hours, expected more than `0` and at most `24`',
  },
  'input.no_days': {
    severity: 'error',
    id: '`dayHours` tidak berarti apa-apa: pola `{pattern}` tidak menghitung hari',
    en: '`dayHours` says nothing: the pattern `{pattern}` counts no days',
  },
  'input.labels': {
    severity: 'error',
    id: 'input label memerlukan tepat satu dari `labels` dan `scale`',
    en: 'a label input needs exactly one of `labels` and `scale`',
  },
  'input.use': {
    severity: 'error',
    id: 'nilai pengganti `{found}` tidak sesuai dengan jenis dan batas input',
    en: 'the value `{found}` to use instead does not fit the type and bounds of the input',
  },
  'input.when_chain': {
    severity: 'error',
    id: '`when` sebuah input tidak boleh membaca `{name}`',
    en: 'the `when` of an input may not read `{name}`',
    help: {
      id: 'baca input, kolom atau parameter yang tidak memiliki `when` sendiri',
      en: 'read inputs, columns or parameters that have no `when` of their own',
    },
  },
  'panel.label_value': {
    severity: 'error',
    id: 'nilai label `{found}` tidak ada pada skala jawaban',
    en: 'the value `{found}` of a label is not on the scale of the answers',
  },
  'panel.label_twice': {
    severity: 'error',
    id: 'nilai `{found}` sudah milik label `{other}`',
    en: 'the value `{found}` already belongs to label `{other}`',
  },
  'panel.shares': {
    severity: 'error',
    id: 'bagian sumber-sumber berjumlah `{found}`, seharusnya `1`',
    en: 'the shares of the sources sum to `{found}`, expected `1`',
    help: {
      id: 'tulis sepertiga sebagai `"1/3"`, atau sisanya sebagai `"rest"`',
      en: 'write thirds as `"1/3"`, or what is left as `"rest"`',
    },
  },
  'unit.unreadable': {
    severity: 'error',
    id: '`{found}` bukan satuan',
    en: '`{found}` is not a unit',
    help: {
      id: 'tulis misalnya `minute`, `points/day` atau `ratio`',
      en: 'write for example `minute`, `points/day` or `ratio`',
    },
  },
  'unit.mismatch': {
    severity: 'error',
    id: 'satuan tidak cocok: `{found}`, seharusnya `{expected}`',
    en: 'units do not match: `{found}`, expected `{expected}`',
  },
  'number.percent': {
    severity: 'error',
    id: '`{found}` di tempat yang meminta `{unit}`: persen dari apa?',
    en: '`{found}` where `{unit}` is asked for: per cent of what?',
    help: {
      id: 'tulis bilangannya dalam satuan itu, atau kalikan bagian itu dengan suatu nilai',
      en: 'write the number in that unit, or multiply the share with a value',
    },
  },
  'number.unreadable': {
    severity: 'error',
    id: '`{found}` bukan bilangan',
    en: '`{found}` is not a number',
    help: {
      id: 'tulis bilangan JSON, atau teks seperti `"0.1"`, `"60%"` atau `"1/9"`',
      en: 'write a JSON number, or text such as `"0.1"`, `"60%"` or `"1/9"`',
    },
  },
  'name.unknown_lookup': {
    severity: 'error',
    id: 'tabel `{name}` tidak ada',
    en: 'lookup `{name}` does not exist',
    help: { id: 'maksud Anda `{suggestion}`?', en: 'did you mean `{suggestion}`?' },
  },
  'name.listed_twice': {
    severity: 'error',
    id: '`{name}` disebut dua kali',
    en: '`{name}` is listed twice',
  },
} as const satisfies Record<string, MessageTemplate>;
