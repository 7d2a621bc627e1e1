import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scorecard } from '../../src/evaluate/scorecard.js';
import type { Explanation, Language, Section } from '../../src/explain/explanation.js';
import { readExact } from '../../src/number/decimal.js';
import { compilePolicy, explain, unwrap } from '../../src/index.js';
import { equal, subtract, sum } from '../../src/number/rational.js';
import { amountOf, numbersIn } from './figures.js';
import {
  anyScorecards,
  example,
  exampleScorecards,
  invented,
  scored,
  wholeScorecards,
  wildScorecards,
} from './scorecards.js';

const LANGUAGES = ['id', 'en'] as const;

/** Laws compile and evaluate whole policies; they count on work, not on the clock. */
const SLOW = { timeout: 60_000 };

const sectionOf = (explanation: Explanation, heading: string): Section | undefined =>
  explanation.sections.find((section) => section.heading.startsWith(heading));

/** The lines of one section of a text, its heading and rule first. */
const part = (text: string, heading: string): string =>
  text.split('\n\n').find((each) => each.startsWith(heading)) ?? '';

const ofTest = (): Scorecard => scored(example, example.policy.tests?.[0]?.evidence);

describe('what an explanation says', () => {
  it('gives who, what and how it stands first, in Indonesian with a decimal comma', () => {
    const digest = example.digest;
    expect(part(explain(ofTest(), { language: 'id' }).text, 'Hasil')).toBe(
      [
        'Hasil',
        '─────',
        '  Nilai            91,82 dari 100',
        '  Predikat         baik',
        '  Status           final: hasil ini tidak menunggu bukti lagi',
        '  Kebijakan        kota-sabang/kinerja-asn, versi 2026.1.0',
        `  Sidik kebijakan  ${digest}`,
      ].join('\n'),
    );
  });

  it('accounts for every point between the baseline and the score, in order, with its sum', () => {
    expect(part(explain(ofTest(), { language: 'en' }).text, 'From 100')).toBe(
      [
        'From 100 to 91.82, reason by reason',
        '───────────────────────────────────',
        '  form-360.integrity       3.5000',
        '  task, row 1              1.5000',
        '  form-360.teamwork        1.4000',
        '  citizens.courtesy        0.9375',
        '  absent (discipline)      0.4800',
        '  late (discipline)        0.3600',
        '  rounding of performance  0.0025',
        '  ───────────────────────────────',
        '  Sum                      8.1800',
        '    exactly 100 − 91.82 = 8.18',
      ].join('\n'),
    );
  });

  it('shows a fraction with its approximation, and says what that means for the sum', () => {
    const { text } = explain(invented(2), { language: 'id' });
    expect(text).toContain('capaian tiap tugas (capaian-tugas), baris 3 [pp30-120]');
    expect(text).toContain('10/3 ≈ 3,3333');
    expect(text).toContain('-1/3 ≈ -0,3333');
    expect(text).toContain('angka negatif menambah nilai');
    expect(text).toContain('265/3 ≈ 88,333333 poin');
    expect(text).toContain('jumlahnya dihitung dari angka');
  });

  it('says that nothing was lost where nothing was', () => {
    expect(explain(invented(1), { language: 'id' }).text).toContain(
      'Tidak ada nilai yang berkurang.',
    );
  });

  it('names the evidence that a provisional outcome waits for', () => {
    const { text } = explain(invented(3), { language: 'en' });
    expect(text).toContain('provisional: this outcome can still change');
    expect(text).toContain('waiting for evidence: tugas.realisasi, layanan.lama');
  });

  it('says why there is no outcome', () => {
    const { text } = explain(scored(example, {}), { language: 'id' });
    expect(text).toContain('tanpa hasil: nilai dan predikat tidak dapat diberikan');
    expect(text).toContain('performance: tidak dapat dinilai (`post` tidak ada)');
    expect(text).not.toContain('alasan demi alasan');
  });

  it('names a dated parameter that changed on the way', () => {
    const attendance = [
      { on: '2026-03-02', status: 'present', late: 0 },
      { on: '2026-08-03', status: 'present', late: 0 },
    ];
    const evidence = { values: { post: 'functional', 'ktp-hours': 24 }, tables: { attendance } };
    expect(explain(scored(example, evidence), { language: 'en' }).text).toContain('ktp-target');
  });

  it('shows adjustments and limits with their reasons and sources', () => {
    const { text } = explain(invented(4), { language: 'id' });
    expect(part(text, 'Penyesuaian')).toContain(
      '  disiplin  -44 poin\n    tidak masuk tanpa keterangan (mangkir); dasar contoh',
    );
    expect(part(text, 'Batas')).toContain('baik menjadi kurang');
    expect(part(text, 'Batas')).toContain('terlalu banyak hari tidak masuk');
  });

  it('puts equal rows and equal issues together, rows counted from 1', () => {
    const { text } = explain(invented(4), { language: 'id' });
    expect(text).toContain('baris 1–2, 17–22: 0 poin');
    expect(part(explain(ofTest(), { language: 'en' }).text, 'Issues')).toContain(
      'warning  `attendance.late` is missing (row 3)',
    );
  });

  it('shows weights used as percentages, and coverage where it is below 1', () => {
    const { text } = explain(ofTest(), { language: 'en' });
    expect(text).toContain('weights used: output 50%; ktp-speed 25%; citizen 25%');
    expect(text).toContain('coverage by evidence 2/3 ≈ 66.67%');
    expect(text).not.toContain('coverage by evidence 100%');
  });

  it('shows an irrational value between its bounds', () => {
    const number = { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' };
    const policy = {
      timbang: 1,
      id: 'a/b',
      version: '1.0.0',
      title: { id: 'a', en: 'a' },
      effective: { from: '2026-01-01' },
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: { x: number, y: number },
      indicators: {
        root: { unit: 'points', geometric: { weights: { x: '1/2', y: 'rest' } } },
        score: {
          unit: 'points',
          sum: { coefficients: { root: 1 } },
          round: { places: 1, mode: 'half-up', for: 'use' },
        },
      },
      result: { score: 'score' },
    };
    const { text } = explain(scored(unwrap(compilePolicy(policy)), { values: { x: 50, y: 40 } }), {
      language: 'id',
    });
    expect(text).toContain('≈ 44,721360 points');
    expect(text).toContain('tepatnya antara 44,72135954999579392818 dan 44,72135954999579392819');
  });

  it('says of a sum that is wrong that it is', () => {
    const card = ofTest();
    const { text } = explain({ ...card, reasons: card.reasons.slice(1) }, { language: 'en' });
    expect(text).toContain('not equal to 100 − 91.82 = 8.18: this scorecard is not whole');
  });

  it('lets no text move a cursor or break a line', () => {
    const card = { ...ofTest(), subject: 'a\u001b[2J\nScore 100' };
    const { text } = explain(card, { language: 'en' });
    expect(text).toContain('a\u{fffd}[2J\u{fffd}Score 100');
    expect(text).not.toContain('\u001b');
  });
});

describe('what holds of every explanation', () => {
  const languages = fc.constantFrom<Language>(...LANGUAGES);
  const scorecards = fc.oneof(exampleScorecards, anyScorecards);

  it(
    'law, conservation: the amounts shown sum to the sum shown, which is baseline − score',
    SLOW,
    () => {
      fc.assert(
        fc.property(fc.oneof(wholeScorecards, scorecards), languages, (card, language) => {
          const ledger = explain(card, { language }).sections.find(
            (each) => each.sum !== undefined,
          );
          if (card.score === undefined || card.reasons.length === 0) {
            expect(ledger).toBeUndefined();
            return;
          }
          const total = sum((ledger?.rows ?? []).map((row) => amountOf(row, language)));
          const [from, to] = [readExact(card.baseline ?? ''), readExact(card.score.text)];
          expect(from && to && equal(total, subtract(from, to))).toBe(true);
          expect(ledger?.sum && equal(total, amountOf(ledger.sum, language))).toBe(true);
        }),
      );
    },
  );

  it('law, one content: both languages show the same numbers', SLOW, () => {
    fc.assert(
      fc.property(scorecards, (card) => {
        const [id, en] = LANGUAGES.map((language) => {
          const { sections } = explain(card, { language });
          return numbersIn(JSON.stringify(sections));
        });
        expect(id).toEqual(en);
      }),
    );
  });

  it(
    'law, whole: every indicator, reason and issue of the scorecard is in the structure',
    SLOW,
    () => {
      fc.assert(
        fc.property(scorecards, languages, (card, language) => {
          const { sections, text } = explain(card, { language });
          for (const { name } of card.indicators) expect(text).toContain(name);
          const pointers = new Set(sections.flatMap(({ rows }) => rows.map((row) => row.pointer)));
          for (const { pointer } of card.reasons) expect(pointers).toContain(pointer);
          const told = JSON.stringify(sections);
          for (const { message } of card.issues)
            expect(told).toContain(JSON.stringify(message[language]).slice(1, -1));
        }),
      );
    },
  );

  it('law, closed: a scorecard that went through JSON is explained the same', SLOW, () => {
    fc.assert(
      fc.property(scorecards, languages, (card, language) => {
        const again = JSON.parse(JSON.stringify(card)) as Scorecard;
        expect(explain(again, { language })).toEqual(explain(card, { language }));
      }),
    );
  });

  it('law, fits: no line is over 80 characters unless one word is', SLOW, () => {
    fc.assert(
      fc.property(scorecards, languages, (card, language) => {
        for (const line of explain(card, { language }).text.split('\n')) {
          const longest = Math.max(
            ...line
              .trim()
              .split(/ +/)
              .map((word) => word.length),
          );
          if (longest <= 40) expect(line.length).toBeLessThanOrEqual(80);
        }
      }),
    );
  });

  it('law, total: whatever has the form of a scorecard is explained', SLOW, () => {
    fc.assert(
      fc.property(wildScorecards, languages, (card, language) => {
        const { text } = explain(card, { language });
        expect(text.endsWith('\n')).toBe(true);
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 300 },
    );
  });

  it('shows an amount whose exact text is long below its approximation', () => {
    const card = ofTest();
    const amount = `1/${'3'.repeat(40)}`;
    const reasons = [...card.reasons, { ...card.reasons[0], amount } as (typeof card.reasons)[0]];
    const ledger = sectionOf(explain({ ...card, reasons }, { language: 'id' }), 'Dari 100');
    expect(ledger?.rows.at(-1)).toMatchObject({ value: '≈ 0,0000', exact: amount });
  });
});
