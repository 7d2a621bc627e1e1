import type { MessageTemplate } from './template.js';

/** What can be wrong with what a policy declares: units, scales, parameters, inputs, panels. */
export const declaredMessages = {
  'scale.order': {
    severity: 'error',
    id: 'skala harus menuju satu arah dari `worst` lewat `full` ke `best`',
    en: 'a scale must go one way from `worst` through `full` to `best`',
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
  'parameter.by_form': {
    severity: 'error',
    id: 'parameter `{name}` bergantung pada `{by}`, jadi setiap labelnya memerlukan nilai',
    en: 'parameter `{name}` varies by `{by}`, so each of its labels needs a value',
    help: {
      id: 'tulis peta dari label ke bilangan',
      en: 'write a map from label to number',
    },
  },
  'parameter.no_by': {
    severity: 'error',
    id: 'nilai parameter `{name}` adalah peta, tetapi `by` tidak disebut',
    en: 'the value of parameter `{name}` is a map, and `by` is not given',
    help: {
      id: 'sebut masukan label dalam `by`, atau tulis satu bilangan',
      en: 'name a label input in `by`, or write one number',
    },
  },
  'parameter.by_unknown': {
    severity: 'error',
    id: '`by` memerlukan masukan label; `{name}` bukan masukan',
    en: '`by` needs a label input; `{name}` is no input',
    help: { id: 'maksud Anda `{suggestion}`?', en: 'did you mean `{suggestion}`?' },
  },
  'parameter.by_when': {
    severity: 'error',
    id: 'masukan `{name}` memiliki `when` dan karena itu tidak dapat memilih nilai parameter',
    en: 'input `{name}` has a `when` and so cannot choose the value of a parameter',
  },
  'parameter.many_classes': {
    severity: 'error',
    id: 'parameter memiliki {found} gabungan tanggal dan kelas, paling banyak {limit}',
    en: 'parameters have {found} combinations of dates and classes, at most {limit}',
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
  'unit.unknown': {
    severity: 'error',
    id: 'satuan `{name}` tidak disebut dalam `units`',
    en: 'unit `{name}` is not among `units`',
    help: { id: 'maksud Anda `{suggestion}`?', en: 'did you mean `{suggestion}`?' },
  },
  'unit.time_word': {
    severity: 'warning',
    id: '`{name}` adalah satuan tersendiri yang tidak dikonversi dari atau ke `{time}`',
    en: '`{name}` is a unit of its own, which does not convert from or to `{time}`',
    help: {
      id: 'tulis `{time}`, atau nyatakan satuan itu dalam `units`',
      en: 'write `{time}`, or declare the unit in `units`',
    },
  },
  'unit.reserved': {
    severity: 'error',
    id: '`{name}` sudah memiliki arti dan tidak dapat dinyatakan lagi',
    en: '`{name}` means something already and cannot be declared',
  },
  'unit.chain': {
    severity: 'error',
    id: '`{name}` sendiri adalah kelipatan; sebut satuan dasarnya',
    en: '`{name}` is a multiple itself; name the unit that it is of',
  },
  'unit.factor': {
    severity: 'error',
    id: 'kelipatan harus di atas nol',
    en: 'the multiple must be above zero',
  },
  'unit.mismatch': {
    severity: 'error',
    id: 'satuan tidak cocok: `{found}`, seharusnya `{expected}`',
    en: 'units do not match: `{found}`, expected `{expected}`',
    help: {
      id: 'hanya satuan yang sama dapat dijumlah atau dibandingkan; `{ "number": [nilai, "{found}"] }` melepas satuannya',
      en: 'only like units add or compare; `{ "number": [value, "{found}"] }` takes the unit off',
    },
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
} as const satisfies Record<string, MessageTemplate>;
