import type { MessageTemplate } from './template.js';

/** What can be wrong with a name, and with what it stands for. */
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
