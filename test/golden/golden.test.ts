import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';
import type { ResultValue, Scorecard } from '../../src/evaluate/scorecard.js';
import { decimalText, exactText, readNumber } from '../../src/number/decimal.js';
import { placesStep, roundToStep } from '../../src/number/round.js';

interface Case {
  readonly case: string;
  readonly policy: string;
  readonly evidence: string;
  readonly expected: string;
  readonly published: string;
  /** Worked out from what is published, not published itself; for readers. */
  readonly isDerived?: true;
}

/** Figures of a publication: numbers as it prints them, labels in its own words. */
interface Published {
  readonly indicators?: Readonly<Record<string, string | readonly string[]>>;
  readonly score?: string;
  /** `null`: the publication gives none. */
  readonly rating?: string | null;
  /** Decimal places to which it prints a figure; without an entry it is compared as it is. */
  readonly shownTo?: Readonly<Record<string, number>>;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const listed = <T>(document: T | readonly T[]): readonly T[] =>
  Array.isArray(document) ? (document as readonly T[]) : [document as T];

const cases: readonly Case[] = JSON.parse(read('cases.json'));
const expectedOf = (each: Case): readonly Published[] => listed(JSON.parse(read(each.expected)));
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** `Sangat Baik` as a policy names it: `sangat-baik`. */
const labelName = (printed: string): string => printed.toLowerCase().replaceAll(' ', '-');

/** A number as text in one form, at the places that are printed; a label under its policy's name. */
const inOneForm = (text: string, places: number | undefined): string => {
  const number = readNumber(text);
  if (number === undefined) return labelName(text);
  if (places === undefined) return exactText(number);
  return decimalText(roundToStep(number, placesStep(places), 'half-up'), places);
};

/** What a scorecard holds, as a publication would print it. */
const printed = (value: ResultValue, places: number | undefined): string => {
  if (value.is === 'label') return value.label;
  if (value.is !== 'number') return value.is;
  return inOneForm(typeof value.exact === 'string' ? value.exact : 'irrational', places);
};

/** The figures of `scorecard` that `published` names. */
const sameFigures = (scorecard: Scorecard, published: Published): Published => ({
  ...(published.indicators && {
    indicators: Object.fromEntries(
      Object.keys(published.indicators).map((name) => {
        const value = scorecard.indicators.find((each) => each.name === name)?.value;
        const values = listed<ResultValue>(value ?? []).map((each) =>
          printed(each, published.shownTo?.[name]),
        );
        return [name, Array.isArray(value) ? values : (values[0] ?? 'unknown')];
      }),
    ),
  }),
  ...(published.score !== undefined && {
    score: inOneForm(scorecard.score?.text ?? 'none', published.shownTo?.['score']),
  }),
  ...(published.rating !== undefined && { rating: scorecard.rating ?? null }),
});

/** The published figures, each in one form. */
const inForm = (published: Published): Published => ({
  ...(published.indicators && {
    indicators: Object.fromEntries(
      Object.entries(published.indicators).map(([name, figure]) => {
        const places = published.shownTo?.[name];
        return [
          name,
          typeof figure === 'string'
            ? inOneForm(figure, places)
            : figure.map((each) => inOneForm(each, places)),
        ];
      }),
    ),
  }),
  ...(published.score !== undefined && {
    score: inOneForm(published.score, published.shownTo?.['score']),
  }),
  ...(published.rating !== undefined && {
    rating: published.rating === null ? null : labelName(published.rating),
  }),
});

/** Every figure and label in a part of a published entry, in one form. */
const figuresIn = (part: unknown): readonly string[] => {
  if (typeof part === 'string' || typeof part === 'number')
    return [inOneForm(String(part), undefined)];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(figuresIn) : [];
};

describe('published cases', () => {
  it.each(cases)('$case: gives the figures that were published', (each) => {
    const plan = unwrap(compilePolicy(read(each.policy)));
    const evidences = listed<unknown>(JSON.parse(read(each.evidence)));
    const expected = expectedOf(each);
    expect(evidences.length).toBe(expected.length);
    const found = evidences.map((document, i) =>
      sameFigures(evaluate(plan, unwrap(parseEvidence(plan, document))), expected[i] ?? {}),
    );
    expect(found).toEqual(expected.map(inForm));
  });

  it.each(cases)('$case: expects only figures that the published entry holds', (each) => {
    const entries: readonly { id: string; expected: unknown; steps: unknown }[] = JSON.parse(
      read(each.published),
    );
    const entry = entries.find(({ id }) => id === folderOf(each.expected));
    const figures = new Set(figuresIn([entry?.expected, entry?.steps]));
    const wanted = expectedOf(each).flatMap(({ indicators, score, rating }) =>
      figuresIn([indicators ?? [], score ?? [], rating ?? []]),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((figure) => !figures.has(figure))).toEqual([]);
  });

  // Organisations are made of scorecards and have a test of their own.
  it('every folder with a source is a case, with its source beside it', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('organisation-'))
      .filter((name) => readdirSync(new URL(name, import.meta.url)).includes('SOURCE.md'));
    const sources = new Set(
      cases.flatMap((each) => [folderOf(each.expected), folderOf(each.published)]),
    );
    expect(folders.sort()).toEqual([...sources].sort());
  });

  it.each([...new Set(cases.map(({ policy }) => policy))])(
    '%s: compiles without a warning',
    (policy) => {
      expect(unwrap(compilePolicy(read(policy))).warnings).toEqual([]);
    },
  );
});
