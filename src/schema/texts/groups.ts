import type { KeyTexts } from './key-texts.js';

/** Texts of the keys of follow-up, distributions, members, ranks and cohorts. */
export const groupTexts: KeyTexts = {
  'follow-up': {
    kind: { en: 'what sort of action it is', id: 'jenis tindakannya' },
    when: {
      en: 'a rule: where it is true, the action is recommended',
      id: 'aturan: bila bernilai benar, tindakan ini dianjurkan',
    },
    text: { en: 'what is recommended', id: 'yang dianjurkan' },
    about: {
      en: 'the input or indicator that it is about; its value stands with the action',
      id: 'masukan atau indikator yang dimaksud; nilainya disertakan',
    },
    ladder: {
      en: 'a rung of a ladder: of those that hold, only the highest is recommended',
      id: 'anak tangga: dari yang berlaku, hanya yang tertinggi dianjurkan',
    },
    'ladder.name': { en: 'which ladder', id: 'tangga yang mana' },
    'ladder.rung': {
      en: 'how high, a whole number from 1',
      id: 'ketinggiannya, bilangan bulat mulai 1',
    },
  },
  distribution: {
    read: {
      en: 'a label column, or an indicator per row, of a table',
      id: 'kolom label, atau indikator tiap baris, dari suatu tabel',
    },
    limits: {
      en: 'by label, shares beyond which it is a finding',
      id: 'menurut label, bagian yang bila dilampaui menjadi temuan',
    },
    'limits.atMost': {
      en: 'the greatest share expected, a ratio',
      id: 'bagian terbesar yang diharapkan, sebagai rasio',
    },
    'limits.atLeast': {
      en: 'the least share expected, a ratio',
      id: 'bagian terkecil yang diharapkan, sebagai rasio',
    },
  },
  members: {
    policy: { en: 'the id of their policy', id: 'pengenal kebijakan mereka' },
    digest: {
      en: 'the digest of that policy, `sha256:…`',
      id: 'sidik kebijakan itu, `sha256:…`',
    },
    read: {
      en: 'what fills each column of `row`',
      id: 'yang mengisi tiap kolom `row`',
    },
  },
  scorecard: {
    policy: { en: 'the id of its policy', id: 'pengenal kebijakannya' },
    digest: {
      en: 'the digest of that policy, `sha256:…`',
      id: 'sidik kebijakan itu, `sha256:…`',
    },
    read: { en: 'what is read of it', id: 'yang dibaca darinya' },
  },
  'member-read': {
    result: { en: 'the score or the rating', id: 'nilai atau predikatnya' },
    indicator: { en: 'an indicator by name', id: 'sebuah indikator menurut nama' },
    value: {
      en: 'the value as shown (unless given), or exact before any rounding',
      id: 'nilai sebagaimana ditampilkan (bila tidak disebut), atau tepat sebelum dibulatkan',
    },
  },
  'verb-rank': {
    better: {
      en: 'whether the higher or the lower value has place 1',
      id: 'apakah nilai tertinggi atau terendah yang mendapat tempat 1',
    },
    ties: {
      en: 'equal values: the least place (`min`), no gap after them (`dense`) or the mean of their places (`average`)',
      id: 'nilai sama: tempat terkecil (`min`), tanpa celah sesudahnya (`dense`), atau rata-rata tempatnya (`average`)',
    },
  },
  'verb-cohort': {
    take: {
      en: 'what is computed against the frozen cohort',
      id: 'yang dihitung terhadap kohort yang dibekukan',
    },
    sd: {
      en: 'whether the standard deviation divides by n or by n - 1',
      id: 'apakah simpangan baku dibagi n atau n - 1',
    },
    better: {
      en: 'whether the higher or the lower value is better',
      id: 'apakah nilai tertinggi atau terendah yang lebih baik',
    },
    ties: {
      en: 'the place among equal values',
      id: 'tempat di antara nilai yang sama',
    },
    count: {
      en: 'whether a percentile counts values below, at or below, or half of the equal ones',
      id: 'apakah persentil menghitung nilai di bawah, sampai dengan, atau separuh yang sama',
    },
    at: {
      en: 'the share of the members, from 0 to 1, at or below the value',
      id: 'bagian anggota, 0 sampai 1, yang nilainya sampai dengan nilai itu',
    },
    method: {
      en: 'how the quantile is found: the least frozen value with at least `at` of the values at or below it',
      id: 'cara menentukan kuantil: nilai beku terkecil dengan sekurangnya `at` bagian nilai sampai dengannya',
    },
    clip: {
      en: 'whether values beyond the cohort are held at its ends',
      id: 'apakah nilai di luar kohort ditahan pada ujungnya',
    },
  },
};
