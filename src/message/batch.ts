import type { MessageTemplate } from './template.js';

/** What can be wrong with the lines of a batch, and with what a batch has written. */
export const batchMessages = {
  'batch.line_too_long': {
    severity: 'error',
    id: 'baris ini lebih panjang dari {limit} bita',
    en: 'the line is longer than {limit} bytes',
    help: {
      id: 'satu baris memuat satu dokumen; periksa apakah ada akhir baris yang hilang',
      en: 'one line holds one document; look for an end of line that is missing',
    },
  },
  'batch.encoding': {
    severity: 'error',
    id: 'baris ini bukan UTF-8',
    en: 'the line is not UTF-8',
    help: { id: 'simpan berkasnya sebagai UTF-8', en: 'save the file as UTF-8' },
  },
  'batch.no_header': {
    severity: 'error',
    id: 'ini bukan keluaran penilaian massal: baris pertamanya bukan kepala',
    en: 'this is not the output of a batch: its first line is no header',
  },
  'batch.format': {
    severity: 'error',
    id: 'format keluaran `{found}` tidak dikenal',
    en: 'output format `{found}` is not known',
  },
  'batch.truncated': {
    severity: 'error',
    id: 'keluaran berakhir sebelum baris penutupnya',
    en: 'the output ends before its last line',
    help: { id: 'jalankan lagi penilaiannya', en: 'run the batch again' },
  },
  'batch.after_end': {
    severity: 'error',
    id: 'ada sesuatu sesudah baris penutup',
    en: 'something follows the last line',
  },
  'batch.result_form': {
    severity: 'error',
    id: 'baris ini bukan hasil, atau tidak pada tempatnya',
    en: 'this line is no result, or not in its place',
  },
  'batch.differs': {
    severity: 'error',
    id: '`{key}` tercatat `{recorded}`, hitung ulang memberi `{found}`',
    en: '`{key}` is recorded as `{recorded}`, recomputing gives `{found}`',
  },
} as const satisfies Record<string, MessageTemplate>;
