import type { MessageTemplate } from './template.js';

/** What can be wrong with members, places, distributions and cohorts. */
export const groupMessages = {
  'member.columns': {
    severity: 'error',
    id: 'kolom `{name}` harus ada dalam `row` dan dalam `read`: tabel anggota hanya memuat yang dibaca dari kartu nilai',
    en: 'column `{name}` must stand in `row` and in `read`: a table of members holds only what is read from scorecards',
  },
  'member.single_only': {
    severity: 'error',
    id: '`scorecard` hanya untuk masukan tunggal',
    en: '`scorecard` is for a single input alone',
    help: {
      id: 'tulis `members` pada tabelnya',
      en: 'write `members` on the table',
    },
  },
  'member.read_type': {
    severity: 'error',
    id: 'yang dibaca adalah {found}, kolom atau masukannya berjenis `{type}`',
    en: 'what is read is {found}, and the column or input is of type `{type}`',
  },
  'member.format': {
    severity: 'error',
    id: 'ini bukan kartu nilai `{expected}`',
    en: 'this is not a scorecard `{expected}`',
  },
  'member.policy': {
    severity: 'error',
    id: 'kartu nilai ini menurut `{found}` dengan sidik `{digest}`, diharapkan `{expected}` dengan sidik `{pinned}`',
    en: 'this scorecard is by `{found}` with digest `{digest}`, expected `{expected}` with digest `{pinned}`',
    help: {
      id: 'nilai ulang dengan kebijakan yang disebut, atau sebut versi yang dipakai',
      en: 'evaluate with the policy that is pinned, or pin the version that was used',
    },
  },
  'member.same_subject': {
    severity: 'error',
    id: '`{subject}` sudah ada di antara anggota',
    en: '`{subject}` is already among the members',
  },
  'member.no_subject': {
    severity: 'warning',
    id: 'anggota tanpa `subject` tidak dapat dibedakan dari yang lain',
    en: 'a member without a `subject` cannot be told from another',
  },
  'member.no_result': {
    severity: 'error',
    id: 'kebijakan kartu nilai ini tidak memberi {what}',
    en: 'the policy of this scorecard gives no {what}',
  },
  'member.no_indicator': {
    severity: 'error',
    id: 'jejak kartu nilai tidak memuat nilai tunggal indikator `{name}`',
    en: 'the trace of the scorecard has no single value of indicator `{name}`',
  },
  'member.void': {
    severity: 'warning',
    id: 'kartu nilai ini tanpa hasil',
    en: 'this scorecard is void',
  },
  'member.provisional': {
    severity: 'warning',
    id: 'kartu nilai ini sementara; yang diturunkan darinya juga sementara',
    en: 'this scorecard is provisional, and so is what is derived from it',
  },
  'member.irrational': {
    severity: 'warning',
    id: '`{name}` irasional dan tidak dapat dibaca tepat; dianggap tidak ada',
    en: '`{name}` is irrational and cannot be read exactly; taken as missing',
    help: {
      id: 'beri indikator itu `round` dalam kebijakan anggota, dan baca nilai yang dibulatkan',
      en: 'give the indicator a `round` in the policy of the members, and read the rounded value',
    },
  },
  'rank.needs_table': {
    severity: 'error',
    id: 'peringkat diberikan kepada setiap baris sebuah tabel',
    en: 'a rank is given to each row of a table',
    help: {
      id: 'tulis `per` dengan nama tabelnya',
      en: 'write `per` with the name of the table',
    },
  },
  'rank.not_a_column': {
    severity: 'error',
    id: '`{name}` bukan bilangan yang ada pada setiap baris tabel ini',
    en: '`{name}` is not a number that each row of this table has',
  },
  'distribution.not_labels': {
    severity: 'error',
    id: '`{name}` bukan label sebuah skala pada setiap baris sebuah tabel',
    en: '`{name}` is not a label of a scale that each row of a table has',
  },
  'distribution.no_limit': {
    severity: 'error',
    id: 'batas memerlukan `atMost` atau `atLeast`',
    en: 'a limit needs `atMost` or `atLeast`',
  },
  'distribution.limit_range': {
    severity: 'error',
    id: 'bagian `{found}` tidak berada di antara 0 dan 1',
    en: 'a share of `{found}` does not lie between 0 and 1',
    help: {
      id: 'tulis persentase, misalnya `20%`',
      en: 'write a percentage, for example `20%`',
    },
  },
  'distribution.limit_order': {
    severity: 'error',
    id: '`atLeast` lebih besar daripada `atMost`',
    en: '`atLeast` is above `atMost`',
  },
  'cohort.single': {
    severity: 'error',
    id: 'kohort dibaca sekali bagi subjek, bukan untuk setiap baris',
    en: 'a cohort is read once for the subject, not for each row',
  },
  'cohort.not_number': {
    severity: 'error',
    id: '`{name}` bukan bilangan, satu bagi subjek',
    en: '`{name}` is not a number, one for the subject',
  },
  'cohort.nested': {
    severity: 'error',
    id: '`{name}` dibandingkan dengan kohort, tetapi sendirinya bergantung pada kohort melalui `{through}`',
    en: '`{name}` is compared with a cohort, and itself depends on a cohort through `{through}`',
  },
  'cohort.quantile': {
    severity: 'error',
    id: '`at` harus mulai 0 sampai dengan 1, ditemukan `{found}`',
    en: '`at` must lie from 0 to 1, found `{found}`',
    help: {
      id: 'tulis bagian sebagai `"90%"` atau `"9/10"`',
      en: 'write a share as `"90%"` or `"9/10"`',
    },
  },
  'cohort.not_given': {
    severity: 'warning',
    id: 'kohort belum diberikan',
    en: 'no cohort was given',
    help: {
      id: 'bekukan dengan `freezeCohort` dan berikan sebagai `cohort`',
      en: 'freeze one with `freezeCohort` and give it as `cohort`',
    },
  },
  'cohort.empty': {
    severity: 'warning',
    id: 'tidak cukup anggota kohort yang memiliki nilai ini',
    en: 'too few members of the cohort have this value',
  },
  'cohort.irrational': {
    severity: 'warning',
    id: '`{name}` irasional bagi {count} anggota; mereka tidak dihitung',
    en: '`{name}` is irrational for {count} members, who are not counted',
    help: {
      id: 'beri indikator itu `round` dengan `for: "use"`',
      en: 'give the indicator a `round` with `for: "use"`',
    },
  },
  'cohort.same_subject': {
    severity: 'warning',
    id: '{count} anggota kohort memiliki `subject` yang sudah ada',
    en: '{count} members of the cohort have a `subject` that is already there',
  },
  'cohort.form': {
    severity: 'error',
    id: 'ini bukan kohort `{expected}`',
    en: 'this is not a cohort `{expected}`',
  },
  'cohort.field': {
    severity: 'error',
    id: '`{key}` dalam kohort tidak ada atau bukan {expected}',
    en: '`{key}` of the cohort is not there or is not {expected}',
  },
  'cohort.policy': {
    severity: 'error',
    id: 'kohort dibekukan menurut sidik kebijakan `{found}`, diharapkan `{expected}`',
    en: 'the cohort was frozen by the policy with digest `{found}`, expected `{expected}`',
  },
  'cohort.digest': {
    severity: 'error',
    id: 'isi kohort tidak sesuai dengan sidiknya',
    en: 'the cohort does not match its digest',
  },
} as const satisfies Record<string, MessageTemplate>;
