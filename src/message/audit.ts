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
    id: 'uji `{name}`: {what} adalah `{found}`, diharapkan `{expected}`',
    en: 'test `{name}`: {what} is `{found}`, expected `{expected}`',
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
    id: 'kebijakan tidak sesuai dengan sidiknya di {where}',
    en: 'the policy does not match its digest at {where}',
  },
  'record.evidence_altered': {
    severity: 'error',
    id: 'bukti tidak sesuai dengan sidiknya di {where}',
    en: 'the evidence does not match its digest at {where}',
  },
  'record.policy_differs': {
    severity: 'error',
    id: 'kebijakan yang diberikan berbeda dari yang tercatat di {where}',
    en: 'the policy given differs from the one recorded at {where}',
  },
  'record.evidence_differs': {
    severity: 'error',
    id: 'bukti yang diberikan berbeda dari yang tercatat di {where}',
    en: 'the evidence given differs from the one recorded at {where}',
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
  'record.digest': {
    severity: 'error',
    id: 'sidik catatan tidak cocok dengan isinya',
    en: 'the digest of the record does not match its content',
  },
} as const satisfies Record<string, MessageTemplate>;
