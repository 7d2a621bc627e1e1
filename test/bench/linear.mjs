// A process of its own: what a subject costs as a policy grows, and as its raters do. Prints JSON.
import { compilePolicy, parseEvidence, score, unwrap } from '../../dist/index.js';
import { argument } from './arguments.mjs';
import { randomFrom } from './workload/random.mjs';

const { seconds, mostRaters = '10000', mostIndicators = '1000' } = argument(process.argv.slice(2));

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
    achievement: { actual: `of-${name}`, target: 100, better: 'higher', cap: 120 },
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

/** A policy of one trimmed mean of `count` ratings, and evidence for it. */
const ofRaters = (count) => {
  const random = randomFrom(count);
  const rating = { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' };
  const document = {
    ...envelope,
    tables: { raters: { rowUnit: 'person', atMost: 10_000, ifMissing: 'fail', row: { rating } } },
    indicators: {
      performance: rounded({
        rows: { of: 'raters', take: 'trimmed', trim: '10%', read: 'raters.rating' },
      }),
    },
  };
  const rows = () => random.times(count, () => [random.int(40, 100)]);
  const evidence = () => ({ tables: { raters: { columns: ['rating'], rows: rows() } } });
  return { document, evidence };
};

const sink = { result: undefined };

/** Nanoseconds for a subject, of the second half of the time. */
const timed = ({ document, evidence }) => {
  const plan = unwrap(compilePolicy(document));
  const evidences = Array.from({ length: 20 }, () => unwrap(parseEvidence(plan, evidence())));
  const during = (milliseconds) => {
    const from = performance.now();
    let calls = 0;
    do {
      for (const each of evidences) sink.result = score(plan, each);
      calls += evidences.length;
    } while (performance.now() - from < milliseconds);
    return ((performance.now() - from) * 1e6) / calls;
  };
  during(Number(seconds) * 500);
  return during(Number(seconds) * 500);
};

const sizes = (most) => [10, 100, 1000, 10_000].filter((size) => size <= Number(most));
const report = (what, make, most) =>
  sizes(most).map((size) => {
    const nanoseconds = timed(make(size));
    return { what, size, nanoseconds, each: nanoseconds / size };
  });

console.log(
  JSON.stringify({
    linear: [
      ...report('indicators', ofIndicators, mostIndicators),
      ...report('raters', ofRaters, mostRaters),
    ],
  }),
);
