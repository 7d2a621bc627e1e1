import type { KeyTexts } from './key-texts.js';

/** Texts of the operators of rules, by the operator. */
export const ruleTexts: KeyTexts = {
  operation: {
    var: {
      en: 'the value of an input, parameter, indicator, or column of the current row',
      id: 'nilai input, parameter, indikator, atau kolom baris ini',
    },
    date: { en: 'a day of the calendar', id: 'satu hari kalender' },
    missing: {
      en: 'whether any of these names has no value',
      id: 'apakah ada di antara nama ini yang tidak bernilai',
    },
    missing_some: {
      en: 'whether fewer than so many of these names have a value: `[2, ["a", "b", "c"]]`',
      id: 'apakah kurang dari sekian nama ini yang bernilai: `[2, ["a", "b", "c"]]`',
    },
    number: {
      en: 'how many of a unit a value is, as a pure number: `[value, "minute"]`',
      id: 'berapa satuan nilai itu, sebagai bilangan tanpa satuan: `[nilai, "minute"]`',
    },
    '+': { en: 'the sum, in one unit', id: 'jumlah, dalam satu satuan' },
    '-': {
      en: 'the first less the second, of two dates the days between; of one operand, its negative',
      id: 'yang pertama dikurangi yang kedua, dari dua tanggal selisih harinya; bila hanya satu, lawannya',
    },
    '*': { en: 'the product; units combine', id: 'hasil kali; satuan ikut dikalikan' },
    '/': {
      en: 'the quotient; missing for a divisor of zero',
      id: 'hasil bagi; tidak ada nilai bila pembaginya nol',
    },
    '%': {
      en: 'the remainder, with the sign of the first',
      id: 'sisa bagi, bertanda seperti yang pertama',
    },
    pow: {
      en: 'the first to the power of the second, pure numbers',
      id: 'yang pertama pangkat yang kedua, bilangan tanpa satuan',
    },
    sqrt: { en: 'the square root of a pure number', id: 'akar kuadrat bilangan tanpa satuan' },
    cbrt: { en: 'the cube root of a pure number', id: 'akar pangkat tiga bilangan tanpa satuan' },
    ln: {
      en: 'the natural logarithm of a pure number',
      id: 'logaritma natural bilangan tanpa satuan',
    },
    exp: { en: 'e to the power of a pure number', id: 'e pangkat bilangan tanpa satuan' },
    abs: { en: 'the size without its sign', id: 'besarnya tanpa tanda' },
    min: { en: 'the least', id: 'yang terkecil' },
    max: { en: 'the greatest', id: 'yang terbesar' },
    '==': { en: 'whether they are equal', id: 'apakah sama' },
    '!=': { en: 'whether they differ', id: 'apakah berbeda' },
    '<': {
      en: 'whether each is less than the next; three operands for between',
      id: 'apakah masing-masing kurang dari berikutnya; tiga operan untuk di antara',
    },
    '<=': {
      en: 'whether each is at most the next; three operands for between',
      id: 'apakah masing-masing paling banyak berikutnya; tiga operan untuk di antara',
    },
    '>': { en: 'whether it is greater', id: 'apakah lebih besar' },
    '>=': { en: 'whether it is at least so great', id: 'apakah paling sedikit sebesar itu' },
    between: {
      en: 'whether the first is from the second to the third, both included',
      id: 'apakah yang pertama dari yang kedua sampai yang ketiga, keduanya termasuk',
    },
    and: { en: 'whether all hold', id: 'apakah semua berlaku' },
    or: { en: 'whether any holds', id: 'apakah ada yang berlaku' },
    '!': { en: 'whether it does not hold', id: 'apakah tidak berlaku' },
    if: {
      en: 'condition, value, condition, value, …, and the value otherwise',
      id: 'syarat, nilai, syarat, nilai, …, lalu nilai selain itu',
    },
    in: {
      en: 'whether the first is among the others: `[value, [one, two]]`',
      id: 'apakah yang pertama ada di antara yang lain: `[nilai, [satu, dua]]`',
    },
  },
};
