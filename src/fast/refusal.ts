import type { Text } from '../issue.js';

/** Why a part of a policy is computed exactly alone. */
export const REFUSALS = {
  form: { id: 'tidak punya bentuk dalam bilangan titik-kambang', en: 'it has no form in doubles' },
  bound: {
    id: 'batas galatnya terlalu lebar atau tidak terbukti',
    en: 'the bound on its error is too wide, or cannot be proved',
  },
  sign: { id: 'nilainya mungkin negatif atau nol', en: 'its value may be negative or zero' },
  digits: {
    id: 'pecahannya mungkin terlalu panjang',
    en: 'its fraction may have too many digits',
  },
  order: { id: 'urutannya mungkin tidak terputuskan', en: 'its order may be undecided' },
  varying: {
    id: 'berbeda dari pegawai ke pegawai',
    en: 'it differs from subject to subject',
  },
} as const satisfies Record<string, Text>;

/** Why a part of a policy is computed exactly alone. */
export type Refusal = keyof typeof REFUSALS;
