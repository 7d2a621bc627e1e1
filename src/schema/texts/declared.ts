import type { KeyTexts } from './key-texts.js';

/** Texts of the keys of what a policy declares: scales, parameters, inputs, tables, panels, named maps. */
export const declaredTexts: KeyTexts = {
  unit: {
    is: {
      en: 'how many of another unit one is, exactly, as a minute is 60 seconds; it counts by itself without this',
      id: 'satu satuan ini tepat berapa satuan lain, seperti satu menit 60 detik; tanpa ini berdiri sendiri',
    },
    'is.times': { en: 'how many, more than 0', id: 'berapa banyak, lebih dari 0' },
    'is.of': {
      en: 'of which unit; one that is no multiple itself',
      id: 'dari satuan apa; yang bukan kelipatan satuan lain',
    },
  },
  scale: {
    worst: { en: 'the worst end of the scale', id: 'ujung terburuk skala' },
    full: {
      en: 'the number that leaves no shortfall',
      id: 'bilangan yang tidak menyisakan kekurangan',
    },
    best: { en: 'the best end of the scale', id: 'ujung terbaik skala' },
    step: {
      en: 'answers are whole numbers of steps from `worst`',
      id: 'jawaban adalah kelipatan langkah ini dari `worst`',
    },
    labels: { en: 'the labels, worst first', id: 'label-label, terburuk lebih dahulu' },
    titles: { en: 'titles by label', id: 'sebutan menurut label' },
  },
  parameter: {
    by: {
      en: 'a label input whose value chooses among the numbers',
      id: 'input label yang nilainya memilih di antara bilangan',
    },
    is: {
      en: 'the value, the same on every day; with `by`, one for every label',
      id: 'nilainya, sama setiap hari; dengan `by`, satu bagi setiap label',
    },
    since: {
      en: 'values by the day from which each holds',
      id: 'nilai menurut hari mulai berlakunya',
    },
    unit: {
      en: 'its unit; a ratio without it',
      id: 'satuannya; tanpa ini berupa rasio',
    },
    open: {
      en: 'bounds within which another policy may set it; fixed without it',
      id: 'batas bagi kebijakan lain untuk mengubahnya; tanpa ini tetap',
    },
    'open.min': { en: 'the least', id: 'paling sedikit' },
    'open.max': { en: 'the most', id: 'paling banyak' },
  },
  'set-parameter': {
    is: {
      en: 'the value, the same on every day; with `by`, one for every label',
      id: 'nilainya, sama setiap hari; dengan `by`, satu bagi setiap label',
    },
    since: {
      en: 'values by the day from which each holds',
      id: 'nilai menurut hari mulai berlakunya',
    },
    open: {
      en: 'narrower bounds for policies that extend this one',
      id: 'batas lebih sempit bagi kebijakan turunan dari kebijakan ini',
    },
    'open.min': { en: 'the least', id: 'paling sedikit' },
    'open.max': { en: 'the most', id: 'paling banyak' },
    cite: {
      en: 'what the value rests on, a name of `cites`',
      id: 'dasar nilainya, nama di `cites`',
    },
  },
  input: {
    scorecard: {
      en: 'the value is read from a scorecard by a pinned policy',
      id: 'nilainya dibaca dari kartu nilai menurut kebijakan yang disematkan',
    },
    type: {
      en: 'what the value is; it decides which other keys stand here',
      id: 'jenis nilainya; menentukan kunci lain yang ada di sini',
    },
    unit: {
      en: 'what the number counts: `minute`, `document/day`, or a numeric scale',
      id: 'yang dihitung bilangan ini: `minute`, `document/day`, atau skala bilangan',
    },
    min: {
      en: 'the least value; below it the evidence is reported and counts as missing',
      id: 'nilai terkecil; di bawahnya bukti dilaporkan dan dianggap tidak ada',
    },
    max: {
      en: 'the greatest value; above it the evidence is reported and counts as missing',
      id: 'nilai terbesar; di atasnya bukti dilaporkan dan dianggap tidak ada',
    },
    step: {
      en: 'values are whole numbers of steps from `min`',
      id: 'nilai adalah kelipatan langkah ini dari `min`',
    },
    pattern: {
      en: 'how evidence writes the duration: `7:30` in `h:mm`, `3 d 4 h` in `d h`',
      id: 'cara bukti menulis lama waktunya: `7:30` untuk `h:mm`, `3 d 4 h` untuk `d h`',
    },
    dayHours: {
      en: 'how many hours a day of the pattern counts, at most 24; exactly where the pattern has a `d`',
      id: 'satu hari dalam pola dihitung berapa jam, paling banyak 24; tepat bila polanya memuat `d`',
    },
    labels: {
      en: 'the labels it can be; or name a `scale`',
      id: 'label yang mungkin; atau sebut `scale`',
    },
    scale: {
      en: 'the label scale whose labels it can be; or list `labels`',
      id: 'skala label yang labelnya mungkin; atau tulis `labels`',
    },
    ifMissing: {
      en: 'without a value: `fail` says that nothing can be said, `pending` waits, `exclude` leaves it out, `use` puts a value',
      id: 'tanpa nilai: `fail` tidak dapat dinilai, `pending` menunggu, `exclude` ditinggalkan, `use` memakai nilai pengganti',
    },
    'ifMissing.use': {
      en: 'the value to put in its place; coverage shows it',
      id: 'nilai penggantinya; tampak pada cakupan',
    },
    'ifMissing.cite': {
      en: 'the citation that allows it',
      id: 'dasar hukum yang membolehkannya',
    },
  },
  table: {
    members: {
      en: "rows are members' scorecards by a pinned policy",
      id: 'barisnya kartu nilai para anggota menurut kebijakan yang disematkan',
    },
    rowUnit: {
      en: 'what a row is, for counts: `day`, `task`',
      id: 'apa satu baris itu, untuk hitungan: `day`, `task`',
    },
    atMost: { en: 'more rows are refused', id: 'baris lebih dari ini ditolak' },
    ifMissing: {
      en: 'without a table (no rows is not missing): `fail`, `pending` or `exclude`',
      id: 'tanpa tabel (tanpa baris bukan berarti tidak ada): `fail`, `pending`, atau `exclude`',
    },
    row: {
      en: 'the columns, read as `table.column`',
      id: 'kolom-kolom, dibaca sebagai `tabel.kolom`',
    },
  },
  panel: {
    answers: { en: 'the numeric scale of the answers', id: 'skala bilangan jawaban' },
    labels: {
      en: 'labels by which evidence may give an answer, each with its value on the scale',
      id: 'label yang boleh dipakai bukti untuk menjawab, masing-masing dengan nilainya pada skala',
    },
    questions: {
      en: 'the questions, read as `panel.question`',
      id: 'pertanyaan, dibaca sebagai `panel.pertanyaan`',
    },
    sources: {
      en: 'the groups of raters and their shares',
      id: 'kelompok penilai dan bagiannya',
    },
    rowUnit: {
      en: 'what a form is, for counts; `person` unless given',
      id: 'apa satu formulir itu, untuk hitungan; `person` bila tidak disebut',
    },
    atMost: {
      en: 'more forms are refused; 10,000 unless given',
      id: 'formulir lebih dari ini ditolak; 10.000 bila tidak disebut',
    },
  },
  source: {
    share: {
      en: 'its share of each question; shares sum to 1, one may be `rest`',
      id: 'bagiannya di setiap pertanyaan; jumlah bagian 1, satu boleh `rest`',
    },
    take: { en: 'what its answers come to', id: 'cara meringkas jawabannya' },
    atLeast: {
      en: 'the least number of answers to a question',
      id: 'jumlah jawaban paling sedikit untuk satu pertanyaan',
    },
    ifFewer: {
      en: 'with fewer answers: `fail`, `pending`, or `exclude` (its share goes to the others)',
      id: 'bila jawaban kurang: `fail`, `pending`, atau `exclude` (bagiannya untuk yang lain)',
    },
  },
  curve: {
    from: { en: 'the unit of what is read', id: 'satuan yang dibaca' },
    to: { en: 'the unit of what it gives', id: 'satuan yang diberikan' },
    line: {
      en: 'points `[x, y]`, x increasing, straight between them',
      id: 'titik `[x, y]`, x menaik, lurus di antaranya',
    },
    outside: {
      en: "outside the ends `hold` gives the end's value, `extend` goes on as the last piece; missing without it",
      id: 'di luar ujung `hold` memakai nilai ujung, `extend` meneruskan ruas terakhir; tanpa ini tidak ada nilai',
    },
    steps: {
      en: 'steps, edges increasing; the first may have no edge',
      id: 'anak tangga, tepi menaik; yang pertama boleh tanpa tepi',
    },
    'steps.from': {
      en: 'the step begins here, this number included',
      id: 'mulai dari sini, bilangan ini termasuk',
    },
    'steps.above': {
      en: 'the step begins just above here',
      id: 'mulai tepat di atas bilangan ini',
    },
    'steps.missing': {
      en: 'the step that a missing value takes',
      id: 'anak tangga untuk nilai yang tidak ada',
    },
    'steps.gives': { en: 'what the step gives', id: 'yang diberikan anak tangga' },
  },
  matrix: {
    rows: { en: 'the label scale of the rows', id: 'skala label baris' },
    columns: { en: 'the label scale of the columns', id: 'skala label kolom' },
    gives: { en: 'the label scale of the cells', id: 'skala label isi sel' },
    cells: {
      en: 'for every row label, a label for every column label',
      id: 'untuk setiap label baris, satu label bagi setiap label kolom',
    },
  },
  lookup: {
    keys: {
      en: 'what leads in, outermost first: label scales, or numbers in a unit',
      id: 'yang menjadi kunci, terluar lebih dahulu: skala label, atau bilangan dalam satuan',
    },
    'keys.unit': {
      en: 'the unit of the number that leads in',
      id: 'satuan bilangan yang menjadi kunci',
    },
    'keys.match': {
      en: '`exact`: an entry is for its number alone; `from`: for every number from it up to the next',
      id: '`exact`: satu entri untuk bilangan itu saja; `from`: untuk setiap bilangan mulai dari itu sampai berikutnya',
    },
    unit: {
      en: 'the unit of the numbers it gives; or name a `scale`',
      id: 'satuan bilangan yang diberikan; atau sebut `scale`',
    },
    scale: {
      en: 'the scale of the labels it gives; or name a `unit`',
      id: 'skala label yang diberikan; atau sebut `unit`',
    },
    values: {
      en: 'nested maps, one level for each key, with an entry for every label',
      id: 'peta bersarang, satu tingkat tiap kunci, lengkap untuk setiap label',
    },
  },
};
