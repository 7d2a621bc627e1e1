// `score` against `evaluate` and the oracle, on many random and many adversarial subjects.
import { RANDOM } from '../exactness.mjs';
import { say } from '../print.mjs';
import { atOnce, runScript } from '../process.mjs';
import { countOf, options } from '../settings.mjs';

const KINDS = [
  { id: 'random', profiles: RANDOM.join(',') },
  { id: 'adversarial', profiles: 'adversarial' },
];

/** Each kind in two halves, by seeds of their own. */
const SEEDS = [101, 102];

/** @returns `exactness` */
export const compareMany = async () => {
  const count = countOf('exactness', 1_000_000);
  const every = Number(options.every ?? 1);
  say(`exactness: ${count} random and ${count} adversarial subjects`);
  const found = [];
  await atOnce(
    KINDS.flatMap(({ id, profiles }) =>
      SEEDS.map((seed) => async () => {
        const half = Math.ceil(count / SEEDS.length);
        const part = await runScript('exactness-run.mjs', { profiles, seed, count: half, every });
        found.push({ id, ...part });
      }),
    ),
  );
  const exactness = KINDS.map(({ id }) => {
    const own = found.filter((each) => each.id === id);
    const sum = (key) => own.reduce((total, each) => total + each[key], 0);
    const total = Object.fromEntries(
      ['count', 'evaluated', 'differences', 'handWrong'].map((key) => [key, sum(key)]),
    );
    say(`  ${id}: ${total.differences} of ${total.count} differ; by hand ${total.handWrong} wrong`);
    return { id, ...total, examples: own.flatMap(({ examples }) => examples) };
  });
  return { exactness };
};
