// A process of its own: what `score` takes for a policy of so many indicators or raters, or for so many subjects of the
// workload. Prints JSON.
import {
  compilePolicy,
  parseEvidence,
  score,
  scoreColumns,
  scoreMany,
  unwrap,
} from '../../dist/index.js';
import { argument } from './arguments.mjs';
import { evidenceColumns } from './columns/evidence-columns.mjs';
import { columnsOfAll } from './columns/read.mjs';
import { planFor } from './timbang.mjs';
import { evidenceOf } from './workload/policy.mjs';
import { randomFrom } from './workload/random.mjs';
import { take } from './workload/subjects.mjs';

const { what, size: given, seconds } = argument(process.argv.slice(2));
const size = Number(given);

const envelope = {
  timbang: 1,
  id: 'bench/linear',
  version: '1.0.0',
  title: { id: 'biaya linear', en: 'linear cost' },
  effective: { from: '2026-01-01' },
  scales: { points: { worst: 0, full: 100, best: 120 } },
  result: { score: 'performance' },
};

const rounded = (verb) => ({
  unit: 'points',
  ...verb,
  round: { places: 2, mode: 'half-up', for: 'use' },
});

/** A prime, so that a mean is hardly ever on the edge of a rounding: what exact arithmetic takes is no part of growth. */
const TARGET = 97;

/** A policy of `count` capped ratios in a weighted mean, and evidence for it. */
const ofIndicators = (count) => {
  const random = randomFrom(count);
  const names = Array.from({ length: count }, (_, i) => `i${i}`);
  const all = (give) => Object.fromEntries(names.map((name) => [name, give(name)]));
  const input = {
    type: 'decimal',
    unit: 'unit',
    min: 0,
    max: 1000,
    step: '0.01',
    ifMissing: 'fail',
  };
  const achievement = (name) => ({
    unit: 'points',
    achievement: { actual: `of-${name}`, target: TARGET, better: 'higher', cap: 120 },
  });
  const document = {
    ...envelope,
    inputs: Object.fromEntries(names.map((name) => [`of-${name}`, input])),
    indicators: {
      ...all(achievement),
      performance: rounded({ mean: { weights: all(() => `1/${count}`) } }),
    },
  };
  const evidence = () => ({
    values: Object.fromEntries(names.map((name) => [`of-${name}`, random.decimal(40, 140, 2)])),
  });
  return { document, evidence };
};

/** A policy of one trimmed mean of `count` ratings, divided, and evidence for it. */
const ofRaters = (count) => {
  const random = randomFrom(count);
  const rating = { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' };
  const document = {
    ...envelope,
    tables: { raters: { rowUnit: 'person', atMost: 10_000, ifMissing: 'fail', row: { rating } } },
    indicators: {
      ratings: {
        unit: 'points',
        rows: { of: 'raters', take: 'trimmed', trim: '10%', read: 'raters.rating' },
      },
      performance: rounded({ formula: { '/': [{ var: 'ratings' }, TARGET / 100] } }),
    },
  };
  const rows = () => random.times(count, () => [random.int(40, 100)]);
  const evidence = () => ({ tables: { raters: { columns: ['rating'], rows: rows() } } });
  return { document, evidence };
};

const sink = { result: undefined };

/** Nanoseconds of a call, of the second half of the time; a call that takes longer than that is made twice. */
const timed = (call) => {
  const during = (milliseconds) => {
    const from = performance.now();
    let calls = 0;
    do {
      call();
      calls += 1;
    } while (performance.now() - from < milliseconds);
    return ((performance.now() - from) * 1e6) / calls;
  };
  during(Number(seconds) * 500);
  return during(Number(seconds) * 500);
};

/** One subject after another by a policy. @returns nanoseconds for a subject */
const byPolicy = ({ document, evidence }) => {
  const plan = unwrap(compilePolicy(document));
  const evidences = Array.from({ length: 20 }, () => unwrap(parseEvidence(plan, evidence())));
  const nanoseconds = timed(() => {
    for (const each of evidences) sink.result = score(plan, each);
  });
  return { nanoseconds: nanoseconds / evidences.length, why: plan.exactOnly?.message.en };
};

const plan = planFor('mixed');
/** As many as no cache of a processor holds; then they come again. */
const DISTINCT = 20_000;
const documents = () => take('mixed', Math.min(size, DISTINCT)).map(evidenceOf);

const KINDS = {
  indicators: () => byPolicy(ofIndicators(size)),
  raters: () => byPolicy(ofRaters(size)),
  /** Documents as texts, through `scoreMany`. @returns nanoseconds for all */
  subjects: () => {
    const texts = documents().map((document) => JSON.stringify(document));
    const all = Array.from({ length: size }, (_, i) => texts[i % texts.length]);
    const nanoseconds = timed(() => {
      for (const each of scoreMany(plan, all)) sink.result = each;
    });
    return { nanoseconds };
  },
  /** Typed columns, through `scoreColumns`. @returns nanoseconds for all */
  columns: () => {
    const all = documents();
    const columns = evidenceColumns(
      columnsOfAll((add) => {
        for (let i = 0; i < size; i++) add(all[i % all.length]);
        return size;
      }),
    );
    const nanoseconds = timed(() => {
      sink.result = unwrap(scoreColumns(plan, columns));
    });
    return { nanoseconds };
  },
};

const { nanoseconds, why = null } = KINDS[what]();
console.log(JSON.stringify({ each: nanoseconds / size, why }));
