// npm run demo: published figures computed again, a small unit scored and explained, records checked.
import { readdirSync, readFileSync } from 'node:fs';
import {
  auditRecord,
  compilePolicy,
  evaluate,
  explain,
  parseEvidence,
  unwrap,
  verify,
} from 'timbang';

const text = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const json = (path) => JSON.parse(text(path));
const listed = (value) => (Array.isArray(value) ? value : [value]);
const heading = (id, en) => console.log(`\n${'═'.repeat(88)}\n${id}\n${en}\n${'═'.repeat(88)}\n`);

// ── 1 ────────────────────────────────────────────────────────────────────────────────────────
heading('1. ANGKA YANG PERNAH DITERBITKAN, DIHITUNG ULANG', '   Published figures, computed again');

/** What a scorecard shows of an indicator: as the policy rounds it, one for each row. */
const shown = (card, name) =>
  card.trace
    .filter((step) => step.name === name)
    .map(({ rounded, value }) => rounded?.text ?? value.text ?? value.label ?? value.is);

const isSame = (published, computed) =>
  published === computed ||
  Number(published) === Number(computed) ||
  published.toLowerCase().replaceAll(' ', '-') === computed;

const row = (...cells) => console.log(cells.map((cell) => String(cell).padEnd(20)).join(''));

const golden = '../test/golden/';
for (const { case: name, policy, evidence, expected, isDerived } of json(`${golden}cases.json`)) {
  const plan = unwrap(compilePolicy(text(golden + policy)));
  const documents = listed(json(golden + evidence));
  console.log(name);
  row('', isDerived ? 'turunan/derived' : 'terbit/published', 'hitung/computed');
  for (const [i, figures] of listed(json(golden + expected)).entries()) {
    const card = evaluate(plan, unwrap(parseEvidence(plan, documents[i])));
    const compare = (what, figure, computed) => {
      const equal = isSame(figure, computed);
      if (!equal) process.exitCode = 1;
      const label = documents.length > 1 ? documents[i].subject : what;
      row(label, figure, computed, equal ? 'sama (equal)' : 'BEDA (different)');
    };
    for (const [indicator, published] of Object.entries(figures.indicators ?? {}))
      for (const [place, figure] of listed(published).entries())
        compare(indicator, figure, shown(card, indicator)[place]);
    if ('score' in figures) compare('score', figures.score, card.score?.text);
    if ('rating' in figures) compare('rating', figures.rating ?? '-', card.rating ?? '-');
  }
  console.log();
}

// ── 2 ────────────────────────────────────────────────────────────────────────────────────────
heading(
  '2. SATU UNIT DI KOTA SABANG: LIMA ORANG REKAAN',
  '   A unit in Sabang: five invented people',
);

const sabang = unwrap(compilePolicy(text('sabang/policy.json')));
const people = readdirSync(new URL('sabang/evidence/', import.meta.url))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => unwrap(parseEvidence(sabang, text(`sabang/evidence/${file}`))));

/** The first two sections again, a line for each row: the outcome, and where the points went. */
const inEnglish = (card) =>
  explain(card, { language: 'en' })
    .sections.slice(0, 2)
    .flatMap(({ heading: title, rows, sum }) => [
      `  ${title}`,
      ...rows.map((each) => `    ${each.label}: ${each.value}`),
      ...(sum ? [`    = ${sum.value}; ${sum.notes?.[0] ?? ''}`] : []),
    ])
    .join('\n');

for (const person of people) {
  const card = evaluate(sabang, person);
  console.log(explain(card, { language: 'id' }).text);
  console.log(`${inEnglish(card)}\n\n${'─'.repeat(88)}\n`);
}

// ── 3 ────────────────────────────────────────────────────────────────────────────────────────
heading(
  '3. CATATAN AUDIT: DIPERIKSA, LALU SENGAJA DIUBAH',
  '   An audit record: verified, then altered on purpose',
);

const [, person] = people;
const record = auditRecord(sabang, person, evaluate(sabang, person));
const report = (what, checked) => {
  console.log(what);
  if (checked.ok)
    console.log(`  sah (holds): ${checked.value.score?.text} ${checked.value.rating}`);
  for (const { pointer, message } of checked.ok ? [] : checked.issues)
    console.log(`  DITOLAK (refused) ${pointer}\n    ${message.id}\n    ${message.en}`);
  console.log();
};

report(`${person.subject}, ${record.digest}`, verify(record));

const lateness = structuredClone(record);
lateness.evidence.document.tables.kehadiran.rows[9][2] = 0;
report('35 menit terlambat dihapus (35 minutes late erased):', verify(lateness));

const rating = structuredClone(record);
rating.scorecard.rating = 'sangat-baik';
report('predikat diganti dalam catatan (the rating replaced in the record):', verify(rating));
