import type { MessageTemplate } from './template.js';

/** What a policy test or a verification can find. */
export const auditMessages = {
  'test.evidence': {
    severity: 'error',
    id: 'bukti uji `{name}` tidak dapat dibaca',
    en: 'the evidence of test `{name}` cannot be read',
  },
  'test.differs': {
    severity: 'error',
    id: 'uji `{name}`: `{what}` adalah `{found}`, diharapkan `{expected}`',
    en: 'test `{name}`: `{what}` is `{found}`, expected `{expected}`',
  },
  'test.unknown_indicator': {
    severity: 'error',
    id: 'uji `{name}`: tidak ada indikator bernama `{indicator}`',
    en: 'test `{name}`: there is no indicator named `{indicator}`',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'test.not_per_row': {
    severity: 'error',
    id: 'uji `{name}`: `{indicator}` memiliki satu nilai, bukan satu untuk setiap baris',
    en: 'test `{name}`: `{indicator}` has one value, not one for each row',
  },
  'test.row_count': {
    severity: 'error',
    id: 'uji `{name}`: `{what}` memiliki {found} baris, seharusnya {expected}',
    en: 'test `{name}`: `{what}` has {found} rows, expected {expected}',
  },
  'test.per_row': {
    severity: 'error',
    id: 'uji `{name}`: `{indicator}` memiliki nilai untuk setiap baris',
    en: 'test `{name}`: `{indicator}` has a value for each row',
    help: {
      id: 'tulis larik, satu nilai untuk setiap baris',
      en: 'write an array, one value for each row',
    },
  },
  'test.irrational': {
    severity: 'error',
    id: 'uji `{name}`: `{what}` irasional, antara `{low}` dan `{high}`; `{expected}` tidak pernah sama dengannya',
    en: 'test `{name}`: `{what}` is irrational, between `{low}` and `{high}`; `{expected}` never equals it',
    help: {
      id: 'beri indikator itu pembulatan, lalu harapkan nilai yang dibulatkan',
      en: 'give the indicator a rounding, and expect the rounded value',
    },
  },
  'record.form': {
    severity: 'error',
    id: 'ini bukan catatan audit',
    en: 'this is not an audit record',
  },
  'record.format': {
    severity: 'error',
    id: 'format catatan `{found}` tidak dikenal',
    en: 'record format `{found}` is not known',
  },
  'record.field': {
    severity: 'error',
    id: '`{key}` dalam catatan tidak ada atau bukan {expected}',
    en: '`{key}` of the record is not there or is not {expected}',
  },
  'record.unknown_key': {
    severity: 'error',
    id: '`{key}` bukan bagian dari catatan audit',
    en: '`{key}` is no part of an audit record',
    help: {
      id: 'maksud Anda `{suggestion}`?',
      en: 'did you mean `{suggestion}`?',
    },
  },
  'record.scoring_version': {
    severity: 'error',
    id: 'catatan dihitung dengan versi penilaian {found}, pustaka ini memiliki versi {expected}',
    en: 'the record was computed by scoring version {found}, this library has version {expected}',
    help: {
      id: 'periksa dengan rilis pustaka yang memiliki versi penilaian {found}',
      en: 'verify it with a release of the library that has scoring version {found}',
    },
  },
  'record.needs_policy': {
    severity: 'error',
    id: 'catatan hanya memuat sidik kebijakan; berikan kebijakannya',
    en: 'the record holds only the digest of the policy; give the policy',
  },
  'record.needs_evidence': {
    severity: 'error',
    id: 'catatan hanya memuat sidik bukti; berikan buktinya',
    en: 'the record holds only the digest of the evidence; give the evidence',
  },
  'record.policy_altered': {
    severity: 'error',
    id: 'kebijakan tidak sesuai dengan sidiknya di `{where}`',
    en: 'the policy does not match its digest at `{where}`',
  },
  'record.evidence_altered': {
    severity: 'error',
    id: 'bukti tidak sesuai dengan sidiknya di `{where}`',
    en: 'the evidence does not match its digest at `{where}`',
  },
  'record.policy_differs': {
    severity: 'error',
    id: 'kebijakan yang diberikan berbeda dari yang tercatat di `{where}`',
    en: 'the policy given differs from the one recorded at `{where}`',
  },
  'record.evidence_differs': {
    severity: 'error',
    id: 'bukti yang diberikan berbeda dari yang tercatat di `{where}`',
    en: 'the evidence given differs from the one recorded at `{where}`',
  },
  'record.policy_digest': {
    severity: 'error',
    id: 'sidik ini tidak sesuai dengan kebijakan, sedangkan sidik lainnya sesuai',
    en: 'this digest does not match the policy, while the others do',
  },
  'record.evidence_digest': {
    severity: 'error',
    id: 'sidik ini tidak sesuai dengan bukti, sedangkan sidik lainnya sesuai',
    en: 'this digest does not match the evidence, while the others do',
  },
  'record.order': {
    severity: 'error',
    id: 'urutan kunci yang tercatat bukan urutan kunci kebijakan ini',
    en: 'the order of keys recorded is not one of this policy',
  },
  'record.unknown_kind': {
    severity: 'error',
    id: 'jenis `{kind}` tidak dikenal pustaka ini',
    en: 'kind `{kind}` is not known to this library',
    help: {
      id: 'berikan jenis milik aplikasi dalam `kinds`',
      en: 'give the kinds of your application in `kinds`',
    },
  },
  'record.kind_version': {
    severity: 'error',
    id: 'jenis `{kind}` tercatat versi {found}, pustaka ini memiliki versi {expected}',
    en: 'kind `{kind}` was recorded as version {found}, this library has version {expected}',
  },
  'record.differs': {
    severity: 'error',
    id: 'hitung ulang memberi `{found}`, tercatat `{recorded}`',
    en: 'recomputing gives `{found}`, recorded is `{recorded}`',
  },
  'record.lacks': {
    severity: 'error',
    id: 'hitung ulang memberi `{found}`, di sini tidak tercatat apa pun',
    en: 'recomputing gives `{found}`, nothing is recorded here',
  },
  'record.extra': {
    severity: 'error',
    id: 'tercatat `{recorded}`, hitung ulang tidak memberi apa pun di sini',
    en: 'recorded is `{recorded}`, recomputing gives nothing here',
  },
  'record.digest': {
    severity: 'error',
    id: 'sidik catatan tidak cocok dengan isinya',
    en: 'the digest of the record does not match its content',
  },
} as const satisfies Record<string, MessageTemplate>;
