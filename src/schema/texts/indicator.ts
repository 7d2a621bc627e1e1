import type { KeyTexts } from './key-texts.js';

/** Texts of the keys that every indicator may have, whatever its verb. */
export const indicatorTexts: KeyTexts = {
  indicator: {
    unit: {
      en: 'the unit of a number, or a numeric scale; not beside `scale`',
      id: 'satuan bilangan, atau skala bilangan; tidak bersama `scale`',
    },
    scale: {
      en: 'the scale of a label; not beside `unit`',
      id: 'skala label; tidak bersama `unit`',
    },
    per: {
      en: 'the table for each of whose rows there is one value',
      id: 'tabel yang setiap barisnya mendapat satu nilai',
    },
    usable: {
      en: 'when the value counts; otherwise it is missing',
      id: 'kapan nilai boleh dipakai; bila tidak, dianggap tidak ada',
    },
    'usable.when': {
      en: 'a rule: where it is false, the value is missing',
      id: 'aturan: bila bernilai salah, nilainya dianggap tidak ada',
    },
    adjust: {
      en: 'adjustments of the number, in this order',
      id: 'penyesuaian bilangan, menurut urutan ini',
    },
    limits: {
      en: 'limits on the label, in this order',
      id: 'batas label, menurut urutan ini',
    },
    round: {
      en: 'the rounding, part of the rule',
      id: 'pembulatan, bagian dari aturan',
    },
  },
  adjustment: {
    when: { en: 'only where this rule is true', id: 'hanya bila aturan ini benar' },
    atMost: {
      en: 'the most that `deduct` or `add` may change',
      id: 'perubahan terbanyak oleh `deduct` atau `add`',
    },
  },
  limit: {
    when: { en: 'where this rule is true', id: 'bila aturan ini benar' },
    atMost: {
      en: 'a better label becomes this one',
      id: 'label yang lebih baik menjadi label ini',
    },
    atLeast: {
      en: 'a worse label becomes this one',
      id: 'label yang lebih buruk menjadi label ini',
    },
  },
  round: {
    places: { en: 'to so many decimal places', id: 'sampai sekian angka di belakang koma' },
    step: { en: 'to multiples of this', id: 'ke kelipatan bilangan ini' },
    mode: {
      en: 'which way: `half-up` is nearest, ties away from zero',
      id: 'ke arah mana: `half-up` ke yang terdekat, yang tepat di tengah menjauhi nol',
    },
    for: {
      en: '`use`: every reader sees the rounded value; `show`: none does',
      id: '`use`: semua pembaca memakai nilai bulat; `show`: hanya untuk ditampilkan',
    },
  },
};
