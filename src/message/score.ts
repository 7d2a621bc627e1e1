import type { MessageTemplate } from './template.js';

/** What can happen while a subject is scored. */
export const scoreMessages = {
  'number.undecided': {
    severity: 'error',
    id: 'nilai ini tidak dapat diputuskan dalam batas {bits} bit',
    en: 'this value could not be decided within {bits} bits',
  },
  'number.too_large': {
    severity: 'error',
    id: 'nilai ini memerlukan lebih dari {bits} bit, atau bersarang terlalu dalam',
    en: 'this value needs more than {bits} bits, or is nested too deeply',
  },
  'adjust.negative': {
    severity: 'error',
    id: 'jumlah atau batas penyesuaian `{id}` kurang dari nol',
    en: 'the amount or limit of adjustment `{id}` is below zero',
  },
  'score.not_usable': {
    severity: 'warning',
    id: '`{name}` tidak dapat dipakai: {reason}',
    en: '`{name}` is not usable: {reason}',
  },
  'score.empty_slot': {
    severity: 'note',
    id: 'tempat ini belum diisi',
    en: 'this slot is not filled',
  },
  'score.nothing_applies': {
    severity: 'note',
    id: 'tidak ada komponen yang berlaku',
    en: 'no component applies',
  },
  'score.condition': {
    severity: 'note',
    id: 'syaratnya tidak berlaku',
    en: 'its condition does not hold',
  },
  'score.no_value': {
    severity: 'error',
    id: 'hasil `{name}` tidak memiliki nilai: {absence}',
    en: 'the result `{name}` has no value: {absence}',
  },
  'score.pending': {
    severity: 'note',
    id: 'hasil `{name}` menunggu bukti',
    en: 'the result `{name}` is waiting for evidence',
  },
  'score.too_large': {
    severity: 'error',
    id: 'nilai `{found}` terlalu besar untuk dicatat',
    en: 'the score `{found}` is too large to record',
  },
} as const satisfies Record<string, MessageTemplate>;
