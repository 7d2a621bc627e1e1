import { readDay } from '../day.js';
import type { Language } from './explanation.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** A civil day `YYYY-MM-DD` in words, `1 Januari 2026`; text that is no day as it is. */
export const dateInWords = (text: string, language: Language): string => {
  if (readDay(text) === undefined) return text;
  const [year = '', month = '', day = ''] = text.split('-');
  return `${String(Number(day))} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
};
