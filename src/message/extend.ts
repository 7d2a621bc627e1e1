import type { MessageTemplate } from './template.js';

/** What can be wrong with a policy that extends another, and with the choice among versions. */
export const extendMessages = {
  'extend.result': {
    severity: 'error',
    id: '`result` milik kebijakan induk dan tidak dapat diganti',
    en: "`result` is the parent policy's and cannot be replaced",
  },
  'extend.no_parent': {
    severity: 'error',
    id: '`{key}` hanya ada pada kebijakan yang memiliki `extends`',
    en: '`{key}` belongs to a policy that has `extends`',
  },
  'extend.unknown_parent': {
    severity: 'error',
    id: 'kebijakan induk `{policy}` versi `{version}` tidak diberikan',
    en: 'the parent policy `{policy}` version `{version}` was not given',
    help: {
      id: 'berikan lewat `parents` pada `compilePolicy`',
      en: 'give it in `parents` of `compilePolicy`',
    },
  },
  'extend.digest': {
    severity: 'error',
    id: 'induk `{policy}` yang diberikan memiliki sidik `{found}`, yang disebut `{expected}`',
    en: 'the parent `{policy}` that was given has digest `{found}`, the one named is `{expected}`',
    help: {
      id: 'periksa apakah naskah induk berubah; sidiknya ada pada `plan.digest`',
      en: 'check whether the parent document was changed; its digest is `plan.digest`',
    },
  },
  'extend.parent_invalid': {
    severity: 'error',
    id: 'kebijakan induk yang diberikan ({number}) tidak sah: {reason}',
    en: 'the parent policy that was given ({number}) is not valid: {reason}',
  },
  'extend.taken': {
    severity: 'error',
    id: '`{name}` sudah ada pada induk `{policy}`: hanya nama baru yang dapat ditambahkan',
    en: '`{name}` exists in the parent `{policy}` already: only fresh names can be added',
    help: {
      id: 'parameter terbuka ditetapkan dalam `set`, tempat kosong diisi dalam `fill`',
      en: 'open parameters are set in `set`, slots are filled in `fill`',
    },
  },
  'extend.unknown_parameter': {
    severity: 'error',
    id: 'induk tidak memiliki parameter `{name}`',
    en: 'the parent has no parameter `{name}`',
    help: { id: 'maksud Anda `{suggestion}`?', en: 'did you mean `{suggestion}`?' },
  },
  'extend.not_open': {
    severity: 'error',
    id: 'parameter `{name}` tidak terbuka: induk menetapkannya',
    en: 'parameter `{name}` is not open: the parent fixes it',
  },
  'extend.out_of_bounds': {
    severity: 'error',
    id: '`{name}` ditetapkan `{found}`, di luar batas induk `{min}` sampai `{max}`',
    en: "`{name}` is set to `{found}`, outside the parent's bounds `{min}` to `{max}`",
  },
  'extend.unknown_slot': {
    severity: 'error',
    id: 'induk tidak memiliki tempat kosong `{name}`',
    en: 'the parent has no slot `{name}`',
    help: { id: 'maksud Anda `{suggestion}`?', en: 'did you mean `{suggestion}`?' },
  },
  'extend.not_slot': {
    severity: 'error',
    id: 'indikator `{name}` pada induk bukan tempat kosong dan tidak dapat diganti',
    en: 'indicator `{name}` of the parent is no slot and cannot be replaced',
  },
  'extend.fill_type': {
    severity: 'error',
    id: '`{key}` tempat ini adalah `{expected}` pada induk, ditemukan `{found}`',
    en: '`{key}` of this slot is `{expected}` in the parent, found `{found}`',
  },
  'extend.fill_tail': {
    severity: 'error',
    id: '`{key}` sudah ditetapkan induk untuk tempat ini',
    en: '`{key}` is fixed by the parent for this slot already',
  },
  'extend.subject': {
    severity: 'error',
    id: '`subject` induk adalah `{expected}`, ditemukan `{found}`',
    en: '`subject` of the parent is `{expected}`, found `{found}`',
  },
  'extend.effective': {
    severity: 'warning',
    id: 'kebijakan berlaku {from} sampai sebelum {until}, di luar masa berlaku induknya',
    en: 'the policy holds from {from} until {until}, outside the days of its parent',
    help: {
      id: 'periksa apakah versi induk yang baru sudah ada',
      en: 'check whether there is a newer version of the parent',
    },
  },
  'policy.digest_form': {
    severity: 'error',
    id: '`{found}` bukan sidik: tulis `sha256:` dan 64 digit heksadesimal',
    en: '`{found}` is not a digest: write `sha256:` and 64 hexadecimal digits',
  },
  'select.none': {
    severity: 'error',
    id: 'tidak ada kebijakan yang berlaku pada {asOf}; yang diberikan: {given}',
    en: 'no policy holds on {asOf}; given were: {given}',
  },
  'select.several': {
    severity: 'error',
    id: 'lebih dari satu kebijakan berlaku pada {asOf}: {found}',
    en: 'more than one policy holds on {asOf}: {found}',
    help: {
      id: 'beri `until` pada versi lama, atau `replaces` pada versi yang menggantikannya',
      en: 'give the older version an `until`, or the newer one `replaces`',
    },
  },
  'select.unpublished': {
    severity: 'error',
    id: 'dengan `knownAt`, setiap kebijakan memerlukan `published`: {found}',
    en: 'with `knownAt`, every policy needs `published`: {found}',
  },
} as const satisfies Record<string, MessageTemplate>;
