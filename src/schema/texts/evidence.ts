import type { KeyTexts } from './key-texts.js';

/** Texts of the parts of evidence, and of a value with where it comes from. */
export const evidenceTexts: KeyTexts = {
  evidence: {
    subject: {
      en: "the host's own identifier of the subject; no rule reads it",
      id: 'pengenal subjek milik aplikasi; tidak dibaca aturan mana pun',
    },
    asOf: {
      en: 'the day at which dated parameters are read; the latest date in the evidence unless given',
      id: 'hari pembacaan parameter bertanggal; bila tidak disebut, tanggal terakhir dalam bukti',
    },
    values: { en: 'single values by input', id: 'nilai tunggal menurut input' },
    tables: { en: 'rows by table', id: 'baris menurut tabel' },
    panels: { en: 'forms by panel', id: 'formulir menurut panel' },
  },
  observation: {
    value: { en: 'the value itself', id: 'nilainya sendiri' },
    at: {
      en: 'the day of which it tells; one of the dates of the evidence',
      id: 'hari yang diterangkannya; salah satu tanggal dalam bukti',
    },
    by: { en: 'who recorded it', id: 'siapa yang mencatatnya' },
    record: { en: 'the record in which it stands', id: 'catatan tempatnya tertulis' },
  },
};
