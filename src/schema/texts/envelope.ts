import type { KeyTexts } from './key-texts.js';

/** Texts of the keys around the rules: the policy itself, citations, results and test cases. */
export const envelopeTexts: KeyTexts = {
  any: {
    title: { en: 'how people call it, in both languages', id: 'sebutannya, dalam dua bahasa' },
    cite: {
      en: 'the name of its citation in `cites`',
      id: 'nama dasar hukumnya di `cites`',
    },
    when: {
      en: 'a rule: where it is false, this does not apply',
      id: 'aturan: bila bernilai salah, bagian ini tidak berlaku',
    },
    reason: {
      en: 'why, for the person appraised',
      id: 'alasannya, untuk orang yang dinilai',
    },
    id: {
      en: 'a name by which trace, reasons and citations know it',
      id: 'nama yang dipakai jejak, alasan, dan kutipan untuk menyebutnya',
    },
  },
  text: {
    id: { en: 'in Indonesian', id: 'dalam bahasa Indonesia' },
    en: { en: 'in English', id: 'dalam bahasa Inggris' },
  },
  policy: {
    followUp: {
      en: 'actions that a result asks for, by name; they change nothing',
      id: 'tindakan yang diminta suatu hasil, menurut nama; tidak mengubah apa pun',
    },
    distributions: {
      en: 'how labels are spread over the rows of a table, by name; reported, never enforced',
      id: 'sebaran label pada baris suatu tabel, menurut nama; dilaporkan, tidak pernah dipaksakan',
    },
    $schema: {
      en: 'where an editor finds this schema; not read',
      id: 'tempat editor menemukan skema ini; tidak dibaca',
    },
    timbang: { en: 'the version of the policy language', id: 'versi bahasa kebijakan' },
    id: {
      en: "names joined by slashes, the region's first: `kota-sabang/kinerja-asn`",
      id: 'nama-nama dipisah garis miring, nama daerah lebih dahulu: `kota-sabang/kinerja-asn`',
    },
    version: {
      en: "the policy's own version, three numbers: `2026.1.0`",
      id: 'versi kebijakan ini, tiga angka: `2026.1.0`',
    },
    subject: { en: 'who or what is appraised', id: 'siapa atau apa yang dinilai' },
    title: { en: 'the name of the policy', id: 'nama kebijakan' },
    region: {
      en: 'the region, by a code of a named scheme',
      id: 'daerahnya, dengan kode menurut sistem kode yang disebut',
    },
    'region.scheme': {
      en: 'whose code it is: the schemes collide',
      id: 'kode milik siapa: kode BPS dan Kemendagri dapat bentrok',
    },
    'region.code': { en: 'the code, as text', id: 'kodenya, sebagai teks' },
    'region.name': { en: 'the name of the region', id: 'nama daerah' },
    effective: {
      en: 'the days on which the policy holds',
      id: 'hari-hari berlakunya kebijakan',
    },
    'effective.from': {
      en: 'the first day, `YYYY-MM-DD`',
      id: 'hari pertama, `TTTT-BB-HH`',
    },
    'effective.until': {
      en: 'the first day on which it no longer holds',
      id: 'hari pertama kebijakan tidak lagi berlaku',
    },
    published: { en: 'the day it was published', id: 'tanggal diundangkan' },
    replaces: {
      en: 'the version of this policy whose place it takes for everyone who knows of it',
      id: 'versi kebijakan ini yang digantikannya bagi semua yang mengetahuinya',
    },
    extends: {
      en: 'the parent, the policy that this one extends, pinned; the result and all rules not said here are those of the parent',
      id: 'kebijakan induk, dipastikan dengan digest; hasil dan aturan yang tidak disebut di sini adalah miliknya',
    },
    'extends.policy': { en: 'its `id`', id: '`id`-nya' },
    'extends.version': { en: 'its `version`', id: '`version`-nya' },
    'extends.digest': {
      en: '`sha256:` and the digest of its document, as `plan.digest` gives it',
      id: '`sha256:` dan digest dokumennya, seperti diberikan `plan.digest`',
    },
    set: {
      en: 'open parameters of the parent, set within their bounds',
      id: 'parameter terbuka milik induk, ditetapkan dalam batasnya',
    },
    fill: {
      en: 'slots of the parent, filled with an indicator',
      id: 'slot milik induk, diisi dengan indikator',
    },
    cites: {
      en: 'citations by name: where rules come from',
      id: 'kutipan menurut nama: dasar setiap aturan',
    },
    units: {
      en: 'units by name; where this is there, no unit counts but these, `person`, scales and times',
      id: 'satuan menurut nama; bila ada, hanya ini, `person`, skala, dan satuan waktu yang berlaku',
    },
    scales: {
      en: 'numeric scales (a unit with ends) and label scales (worst first)',
      id: 'skala bilangan (satuan dengan ujung) dan skala label (terburuk lebih dahulu)',
    },
    parameters: {
      en: 'numbers that the policy fixes and a region may turn where `open` allows',
      id: 'bilangan yang ditetapkan kebijakan; daerah boleh mengubahnya sejauh `open`',
    },
    inputs: {
      en: 'single values of the evidence',
      id: 'nilai tunggal dari bukti',
    },
    tables: {
      en: 'things that happened, a row each',
      id: 'hal-hal yang terjadi, satu baris masing-masing',
    },
    panels: {
      en: 'answered forms that know who answered',
      id: 'formulir jawaban yang diketahui siapa penjawabnya',
    },
    curves: {
      en: 'named maps from number to number',
      id: 'pemetaan bernama dari bilangan ke bilangan',
    },
    matrices: {
      en: 'named maps from two labels to one',
      id: 'pemetaan bernama dari dua label ke satu label',
    },
    lookups: {
      en: 'named tables from labels and numbers to a number or a label',
      id: 'tabel bernama dari label dan bilangan ke bilangan atau label',
    },
    indicators: {
      en: 'every named value that the policy computes, one verb each',
      id: 'setiap nilai bernama yang dihitung kebijakan, satu kata kerja masing-masing',
    },
    result: {
      en: 'which indicators are the outcome',
      id: 'indikator mana yang menjadi hasil',
    },
    tests: {
      en: 'cases with evidence and what must come out',
      id: 'kasus uji: bukti dan hasil yang harus keluar',
    },
  },
  citation: {
    text: { en: 'the citation as people write it', id: 'kutipan sebagaimana biasa ditulis' },
    support: {
      en: 'how well it supports the rule',
      id: 'seberapa kuat mendukung aturannya',
    },
    url: { en: 'where it can be read', id: 'tempat membacanya' },
  },
  result: {
    score: {
      en: 'the indicator that is the score: a number with a `round`',
      id: 'indikator yang menjadi nilai: bilangan dengan `round`',
    },
    rating: {
      en: 'the indicator that is the rating: a label',
      id: 'indikator yang menjadi predikat: label',
    },
    baseline: {
      en: "what shortfalls count from; `full` of the score's scale unless given",
      id: 'asal hitungan kekurangan; bila tidak disebut, `full` dari skala nilai',
    },
  },
  test: {
    name: { en: 'what the case shows', id: 'yang ditunjukkan kasus ini' },
    evidence: {
      en: 'evidence of one subject, as the host hands it in',
      id: 'bukti satu subjek, sebagaimana diserahkan aplikasi',
    },
    expect: {
      en: 'what must come out; what is not named is not compared',
      id: 'yang harus keluar; yang tidak disebut tidak dibandingkan',
    },
  },
  expectation: {
    status: { en: 'the status of the outcome', id: 'status hasil' },
    score: { en: 'the rounded score', id: 'nilai setelah dibulatkan' },
    rating: { en: 'the rating', id: 'predikat' },
    indicators: {
      en: 'values by indicator: a number, a label, a yes/no, or an absence such as `missing`; a list, row by row',
      id: 'nilai menurut indikator: bilangan, label, ya/tidak, atau ketiadaan seperti `missing`; daftar, baris demi baris',
    },
    issues: {
      en: 'codes that must be among the issues',
      id: 'kode yang harus ada di antara masalah yang dilaporkan',
    },
  },
};
