import type { EvidenceTable, EvidenceValue, PanelTotals } from '../../src/evidence/evidence.js';
import type { PanelSource, PanelSpec } from '../../src/policy/policy.js';
import { compare, divide, type Fraction, fraction, isZero, ONE, parse, sum } from './fraction.js';
import { byIfMissing, input } from './inputs.js';
import { multiply, type Real, real } from './real.js';
import { type Unit, unitOf } from './unit.js';
import {
  type Absent,
  get,
  isAbsent,
  isUsable,
  label,
  middle,
  MISSING,
  must,
  number,
  realOf,
  total,
  type Value,
  withRest,
  worst,
} from './value.js';
import { type Cells, isNotThere, type Row, rowsOf, type World } from './world.js';

/** One answer, if it counts. */
const answer = ({ policy }: World, panel: PanelSpec, given: EvidenceValue | undefined): Value => {
  const scale = must(get(policy.scales, panel.answers), panel.answers);
  if ('labels' in scale || given === undefined || given === null || typeof given === 'boolean')
    return MISSING;
  // A scale may go down.
  const from = parse(scale.worst);
  const best = parse(scale.best);
  const ends = compare(from, best) <= 0 ? { min: from, max: best } : { min: best, max: from };
  const step = scale.step === undefined ? {} : { step: parse(scale.step) };
  return isUsable(parse(given), { ...ends, from, ...step })
    ? number(real(parse(given)), unitOf(panel.answers))
    : MISSING;
};

const sourceOf = (panel: PanelSpec, form: Cells): string => {
  const source = get(form, 'source');
  return typeof source === 'string' ? source : must(Object.keys(panel.sources)[0], 'source');
};

const isTotals = (given: EvidenceTable | PanelTotals): given is PanelTotals => 'totals' in given;

/** The rows of a table or panel, or in what way it is absent. A panel that is not there is missing. */
export const rowsIn = (world: World, name: string): readonly Cells[] | Absent => {
  const { policy, evidence } = world;
  const given = get(evidence.tables, name) ?? get(evidence.panels, name);
  if (given === undefined || given === null) {
    const value = byIfMissing(get(policy.tables, name)?.ifMissing ?? 'exclude');
    return isAbsent(value) ? value : MISSING;
  }
  if (isTotals(given)) {
    return Object.entries(given.totals).flatMap(([source, { count }]) =>
      Array.from({ length: count }, () => ({ source })),
    );
  }
  const panel = get(policy.panels, name);
  if (panel === undefined) return rowsOf(given);
  // A form on which nothing counts is no form.
  return rowsOf(given).filter((form) =>
    Object.keys(panel.questions).some((asked) => !isAbsent(answer(world, panel, get(form, asked)))),
  );
};

export const rowUnitOf = ({ policy }: World, name: string): Unit =>
  unitOf(get(policy.tables, name)?.rowUnit ?? get(policy.panels, name)?.rowUnit ?? 'person');

/** What one source says, or how it is absent. */
const bySource = (
  panel: PanelSpec,
  source: PanelSource,
  answers: readonly Real[],
  count: number,
): Value => {
  if (count < source.atLeast || count === 0) return byIfMissing(source.ifFewer);
  const value =
    answers.length === count
      ? middle(answers, source.take)
      : multiply(total(answers), real(fraction(1n, BigInt(count))));
  return number(value, unitOf(panel.answers));
};

/** What a source says to a question, from its forms or its totals. */
const heard = (world: World, name: string, id: string, asked: string): Value => {
  const panel = must(get(world.policy.panels, name), name);
  const source = must(get(panel.sources, id), id);
  const given = get(world.evidence.panels, name) ?? [];
  if (isTotals(given)) {
    const totals = get(given.totals, id);
    const sums = get(totals?.sums, asked);
    const count = sums === undefined ? 0 : (get(totals?.answered, asked) ?? totals?.count ?? 0);
    // One answer that stands for the sum of so many.
    return bySource(panel, source, sums === undefined ? [] : [real(parse(sums))], count);
  }
  const answers = rowsOf(given)
    .filter((form) => sourceOf(panel, form) === id)
    .map((form) => answer(world, panel, get(form, asked)))
    .flatMap((value) => (value.is === 'number' ? [value.value] : []));
  return bySource(panel, source, answers, answers.length);
};

/** What the sources say to a question, with their shares. */
const sourcesOf = (world: World, name: string, asked: string) => {
  const sources = Object.entries(must(get(world.policy.panels, name), name).sources);
  const shares = withRest(
    sources.map(([, { share }]) => (share === 'rest' ? share : parse(share))),
  );
  return sources.map(([id], at) => ({
    share: must(shares[at], 'share'),
    value: heard(world, name, id, asked),
  }));
};

/** The sum of the shares of the sources that are there. */
export const shareHeard = (world: World, name: string, asked: string): Fraction =>
  sum(
    sourcesOf(world, name, asked)
      .filter(({ value }) => !isAbsent(value))
      .map(({ share }) => share),
  );

/** The value of a question outside rows: sum(share * value) / sum(share) over the sources that are there. */
export const question = (world: World, name: string, asked: string): Value => {
  const { answers } = must(get(world.policy.panels, name), name);
  const sources = sourcesOf(world, name, asked);
  const bad = worst(sources.map(({ value }) => value));
  if (bad !== undefined && bad.how !== 'missing') return bad;
  const there = sources.filter(({ value }) => !isAbsent(value));
  const whole = sum(there.map(({ share }) => share));
  if (isZero(whole)) return MISSING;
  const parts = there.map(({ share, value }) => multiply(real(share), realOf(value)));
  return number(multiply(total(parts), real(divide(ONE, whole))), unitOf(answers));
};

/** A column of the row, an answer of the form. */
export const cell = (world: World, table: string, field: string, row: Row): Value => {
  const { policy } = world;
  const rows = rowsIn(world, table);
  if (isNotThere(rows)) return rows;
  const cells = must(rows[row.at], 'row');
  const panel = get(policy.panels, table);
  if (panel !== undefined) {
    return field === 'source'
      ? label(sourceOf(panel, cells))
      : answer(world, panel, get(cells, field));
  }
  const spec = must(get(must(get(policy.tables, table), table).row, field), field);
  return input(world, spec, get(cells, field), row);
};
