import type { KeyTexts } from './key-texts.js';

/**
 * Texts of the keys inside the bodies of verbs: `verb-mean` for `mean`, `verb` for a key that means the same in
 * every verb that has it.
 */
export const verbTexts: KeyTexts = {
  verb: {
    of: { en: 'the values, by name', id: 'nilai-nilainya, menurut nama' },
    read: { en: 'the value that is read', id: 'nilai yang dibaca' },
    by: {
      en: 'a label whose value chooses the set of weights',
      id: 'label yang menentukan kelompok bobot yang dipakai',
    },
    weights: {
      en: 'weights by component, together exactly 1; one may be `rest`. With `by`: such a set for every label',
      id: 'bobot menurut komponen, jumlahnya tepat 1; satu boleh `rest`. Dengan `by`: satu kelompok bagi setiap label',
    },
    leaveOut: {
      en: 'what is missing may be left out, down to this share',
      id: 'yang tidak ada boleh ditinggalkan, sampai bagian ini',
    },
    'leaveOut.atLeast': {
      en: 'the least share that must be there',
      id: 'bagian paling sedikit yang harus ada',
    },
  },
  'verb-achievement': {
    actual: { en: 'what was achieved, by name', id: 'realisasi, menurut nama' },
    target: { en: 'what was to be achieved', id: 'target' },
    'target.from': { en: 'the least of the target range', id: 'batas bawah rentang target' },
    'target.to': { en: 'the most of the target range', id: 'batas atas rentang target' },
    better: {
      en: 'whether more or less is better, or to be inside a range',
      id: 'yang lebih baik: lebih tinggi, lebih rendah, atau di dalam rentang',
    },
    cap: { en: 'the most it can give', id: 'hasil tertinggi' },
  },
  'verb-best': {
    take: { en: 'how many of the greatest', id: 'berapa yang terbesar' },
  },
  'verb-choose': {
    cases: {
      en: 'the first whose `when` holds is taken',
      id: 'yang pertama memenuhi `when` dipakai',
    },
    'cases.when': { en: 'a rule: whether the case holds', id: 'aturan: apakah kasus ini berlaku' },
    'cases.gives': {
      en: 'what the case gives: a rule, or a label of the scale',
      id: 'yang diberikan kasus ini: aturan, atau label skala',
    },
    else: { en: 'where no case holds', id: 'bila tidak ada kasus yang berlaku' },
    'else.gives': {
      en: 'what it gives then: a rule, or a label of the scale',
      id: 'yang diberikan: aturan, atau label skala',
    },
  },
  'verb-curve': {
    use: { en: 'the name of a curve in `curves`', id: 'nama kurva di `curves`' },
  },
  'verb-goalposts': {
    worst: { en: "what becomes the scale's `worst`", id: 'yang menjadi `worst` skala' },
    best: { en: "what becomes the scale's `full`", id: 'yang menjadi `full` skala' },
    clip: {
      en: 'whether values outside the goalposts are held at them: at both, at one, or not',
      id: 'apakah nilai di luar tonggak ditahan di tonggak: keduanya, salah satu, atau tidak',
    },
    spacing: {
      en: 'equal steps between the goalposts: differences, or with `log` ratios',
      id: 'langkah yang sama di antara tonggak: selisih, atau dengan `log` perbandingan',
    },
  },
  'verb-lookup': {
    read: {
      en: 'the labels and numbers that lead in, in the order of its `keys`',
      id: 'label dan bilangan kuncinya, menurut urutan `keys`',
    },
    use: { en: 'the name of a lookup in `lookups`', id: 'nama tabel di `lookups`' },
  },
  'verb-matrix': {
    rows: { en: 'the label that chooses the row', id: 'label yang memilih baris' },
    columns: { en: 'the label that chooses the column', id: 'label yang memilih kolom' },
    use: { en: 'the name of a matrix in `matrices`', id: 'nama matriks di `matrices`' },
  },
  'verb-ordered': {
    weights: {
      en: 'the weight of each place, the greatest value first; together exactly 1',
      id: 'bobot tiap urutan, nilai terbesar lebih dahulu; jumlahnya tepat 1',
    },
  },
  'verb-power': {
    exponent: { en: 'the exponent of the mean', id: 'pangkat rata-rata' },
  },
  'verb-rate': {
    below: { en: 'the label below every edge', id: 'label di bawah semua tepi' },
    from: {
      en: 'edges by label: from this value on, the value included',
      id: 'tepi menurut label: mulai nilai ini, nilai itu termasuk',
    },
    above: {
      en: 'edges by label: above this value, the value not included',
      id: 'tepi menurut label: di atas nilai ini, nilai itu tidak termasuk',
    },
    guards: {
      en: 'conditions by label, and the label given where one does not hold',
      id: 'syarat menurut label, dan label penggantinya bila syarat tidak dipenuhi',
    },
    'guards.when': { en: 'the condition, a rule', id: 'syaratnya, sebuah aturan' },
    'guards.else': {
      en: 'the lower label given where it does not hold',
      id: 'label lebih rendah yang diberikan bila tidak dipenuhi',
    },
    printed: {
      en: 'ranges by label as the regulation prints them, both ends included; `null` is open',
      id: 'rentang menurut label seperti tercetak dalam peraturan, kedua ujung termasuk; `null` terbuka',
    },
    gaps: {
      en: 'what a value between printed ranges gets; required beside `printed`',
      id: 'perlakuan nilai di antara rentang tercetak; wajib bersama `printed`',
    },
    'gaps.round-first': {
      en: 'the value is rounded before the edges are asked',
      id: 'nilai dibulatkan sebelum tepi dibandingkan',
    },
    'gaps.round-first.places': {
      en: 'to so many decimal places',
      id: 'sampai sekian angka di belakang koma',
    },
    'gaps.round-first.mode': { en: 'which way', id: 'ke arah mana' },
  },
  'verb-rows': {
    of: { en: 'the table or panel', id: 'tabel atau panel' },
    take: { en: 'what the rows come to', id: 'cara meringkas baris' },
    read: {
      en: 'the column, or the indicator `per` this table; not for `count` and `share`',
      id: 'kolomnya, atau indikator `per` tabel ini; tidak untuk `count` dan `share`',
    },
    where: {
      en: 'a rule: which rows are taken; for `share`, which are counted among all',
      id: 'aturan: baris mana yang diambil; untuk `share`, yang dihitung di antara semua',
    },
    trim: {
      en: 'for `trimmed`: the share of rows left out at each end, below one half',
      id: 'untuk `trimmed`: bagian baris yang dibuang di tiap ujung, kurang dari setengah',
    },
  },
  'verb-slot': {
    ifEmpty: {
      en: 'what it is until another policy fills it',
      id: 'nilainya sampai kebijakan lain mengisinya',
    },
  },
  'verb-sum': {
    coefficients: {
      en: 'what each value is multiplied by; any number, also below zero',
      id: 'pengali setiap nilai; bilangan apa pun, juga di bawah nol',
    },
  },
  'verb-trimmed': {
    trim: {
      en: 'the share left out at each end, below one half',
      id: 'bagian yang dibuang di tiap ujung, kurang dari setengah',
    },
  },
};
