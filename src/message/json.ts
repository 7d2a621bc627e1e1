import type { MessageTemplate } from './template.js';

/** What can be wrong with a document before anything is known of what it means. */
export const jsonMessages = {
  'json.syntax': {
    severity: 'error',
    id: 'teks bukan JSON: `{found}` tidak diharapkan di sini',
    en: 'the text is not JSON: `{found}` was not expected here',
    help: {
      id: 'periksa koma, tanda kutip dan kurung di dekat tempat ini',
      en: 'check the commas, quotes and brackets near this place',
    },
  },
  'json.expected': {
    severity: 'error',
    id: '`{expected}` seharusnya ada sebelum `{found}`',
    en: '`{expected}` was expected before `{found}`',
    help: {
      id: 'pisahkan anggota dengan koma, dan kunci dari nilainya dengan titik dua',
      en: 'separate members with a comma, and a key from its value with a colon',
    },
  },
  'json.expected_key': {
    severity: 'error',
    id: 'di sini diharapkan kunci dalam tanda kutip ganda, bukan `{found}`',
    en: 'a key in double quotes was expected here, not `{found}`',
    help: {
      id: 'tulis kunci dalam tanda kutip ganda; desimal ditulis dengan titik, misalnya `76.5`',
      en: 'write the key in double quotes; a decimal is written with a point, for example `76.5`',
    },
  },
  'json.expected_value': {
    severity: 'error',
    id: 'di sini diharapkan sebuah nilai, bukan `{found}`',
    en: 'a value was expected here, not `{found}`',
    help: {
      id: 'beri nilai, atau hapus koma atau kunci di depannya',
      en: 'give a value, or remove the comma or key before it',
    },
  },
  'json.unexpected_end': {
    severity: 'error',
    id: 'teks berakhir sebelum dokumen lengkap',
    en: 'the text ends before the document is complete',
    help: {
      id: 'tutup setiap kurung kurawal dan kurung siku yang dibuka',
      en: 'close every brace and bracket that is opened',
    },
  },
  'json.after_end': {
    severity: 'error',
    id: '`{found}` berada sesudah akhir dokumen',
    en: '`{found}` comes after the end of the document',
    help: {
      id: 'satu teks memuat satu dokumen; periksa kurung penutup yang berlebih',
      en: 'one text holds one document; look for a closing bracket too many',
    },
  },
  'json.unclosed': {
    severity: 'error',
    id: '`{found}` tidak ditutup',
    en: '`{found}` is not closed',
    help: {
      id: 'teks ditutup dengan tanda kutip ganda pada baris yang sama, komentar dengan `*/`',
      en: 'a text is closed by a double quote on the same line, a comment by `*/`',
    },
  },
  'json.escape': {
    severity: 'error',
    id: '`{found}` memuat garis miring terbalik yang tidak dikenal JSON',
    en: '`{found}` holds a backslash sequence that JSON does not know',
    help: {
      id: 'tulis `\\\\` untuk satu garis miring terbalik',
      en: 'write `\\\\` for one backslash',
    },
  },
  'json.control_character': {
    severity: 'error',
    id: '`{found}` memuat karakter kendali',
    en: '`{found}` holds a control character',
    help: { id: 'tulis tabulasi sebagai `\\t`', en: 'write a tab as `\\t`' },
  },
  'json.number_form': {
    severity: 'error',
    id: '`{found}` bukan bilangan yang lengkap',
    en: '`{found}` is not a complete number',
    help: {
      id: 'tulis angka sesudah titik atau sesudah `e`',
      en: 'write digits after the point or after the `e`',
    },
  },
  'json.duplicate_key': {
    severity: 'error',
    id: 'kunci `{key}` ditulis dua kali dalam objek yang sama',
    en: 'key `{key}` is written twice in the same object',
    help: { id: 'hapus atau ganti nama salah satunya', en: 'remove or rename one of the two' },
  },
  'json.forbidden_key': {
    severity: 'error',
    id: 'kunci `{key}` tidak boleh dipakai sebagai nama',
    en: 'key `{key}` may not be used as a name',
  },
  'json.number_precision': {
    severity: 'error',
    id: 'bilangan `{found}` memiliki lebih dari 15 angka penting',
    en: 'number `{found}` has more than 15 significant digits',
    help: {
      id: 'tulis bilangan sebagai teks, misalnya `"{found}"`',
      en: 'write the number as text, for example `"{found}"`',
    },
  },
  'json.number_range': {
    severity: 'error',
    id: 'bilangan `{found}` terlalu besar atau terlalu kecil untuk dibaca',
    en: 'number `{found}` is too large or too small to read',
  },
  'json.lone_surrogate': {
    severity: 'error',
    id: 'teks memuat separuh pasangan surogat, yang bukan huruf apa pun',
    en: 'the text holds half of a surrogate pair, which is no character',
  },
  'json.not_json': {
    severity: 'error',
    id: 'nilai berjenis `{found}` bukan JSON',
    en: 'a value of type `{found}` is not JSON',
    help: {
      id: 'berikan hanya objek polos, larik, teks, bilangan, true, false, null',
      en: 'give plain objects, arrays, text, numbers, true, false and null only',
    },
  },
  'json.cycle': {
    severity: 'error',
    id: 'nilai ini memuat dirinya sendiri',
    en: 'this value contains itself',
  },
  'json.too_deep': {
    severity: 'error',
    id: 'dokumen bersarang lebih dari {limit} tingkat',
    en: 'the document is nested more than {limit} levels deep',
  },
  'json.too_large': {
    severity: 'error',
    id: 'dokumen memuat lebih dari {limit} nilai',
    en: 'the document holds more than {limit} values',
  },
  'json.too_many_keys': {
    severity: 'error',
    id: 'objek memuat lebih dari {limit} kunci',
    en: 'the object holds more than {limit} keys',
  },
  'json.too_long': {
    severity: 'error',
    id: 'teks lebih panjang dari {limit} karakter',
    en: 'the text is longer than {limit} characters',
  },
  'json.too_many_issues': {
    severity: 'warning',
    id: 'hanya {shown} dari {found} masalah yang ditampilkan',
    en: 'only {shown} of {found} issues are shown',
    help: {
      id: 'perbaiki yang ditampilkan, lalu coba lagi',
      en: 'mend the ones shown, then try again',
    },
  },
} as const satisfies Record<string, MessageTemplate>;
