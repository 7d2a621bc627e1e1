// `score` against `evaluate`, the exact referee, and against the naive oracle, subject by subject.
import { oracle } from './workload/oracle.mjs';
import { evidenceOf, policyDocument } from './workload/policy.mjs';
import { subjects } from './workload/subjects.mjs';

/** What a million random subjects are of, in turn. */
export const RANDOM = ['mixed', 'percent-2dp', 'percent-integer'];

const outcomeOf = ({ status, score, rating, issues }) => ({ status, score, rating, issues });

/**
 * Compares `count` subjects of the profiles, taken in turn.
 *
 * @param api - `compilePolicy`, `parseEvidence`, `score`, `evaluate` and `unwrap`, of the package or its source
 * @param hand - the hand-written function, counted beside them when it is given
 * @param evaluateEvery - `evaluate` is asked for every so many subjects; the oracle for all
 * @returns how many differ, and the first few of them
 */
export const compareExactly = ({ api, hand, profiles, count, seed, evaluateEvery = 1 }) => {
  const { compilePolicy, parseEvidence, score, evaluate, unwrap } = api;
  const sources = profiles.map((profile) => ({
    plan: unwrap(compilePolicy(policyDocument({ profile }))),
    records: subjects(profile, seed),
  }));
  const found = { count, evaluated: 0, differences: 0, handWrong: 0, examples: [] };
  for (let i = 0; i < count; i++) {
    const { plan, records } = sources[i % sources.length];
    const record = records.next().value;
    const expected = oracle(record);
    const isRight = ({ cents, rating }) => cents === expected.cents && rating === expected.rating;
    const evidence = unwrap(parseEvidence(plan, evidenceOf(record)));
    const outcome = score(plan, evidence);
    const { status, rating } = outcome;
    let isSame =
      status === 'final' &&
      outcome.score.places === 2 &&
      isRight({ cents: outcome.score.units, rating });
    if (i % evaluateEvery === 0) {
      found.evaluated += 1;
      const card = outcomeOf(evaluate(plan, evidence));
      isSame &&= JSON.stringify(outcomeOf(outcome)) === JSON.stringify(card);
    }
    if (!isSame) {
      found.differences += 1;
      if (found.examples.length < 3) found.examples.push({ record, expected, outcome });
    }
    if (hand !== undefined && !isRight(hand(record))) found.handWrong += 1;
  }
  return found;
};

/** @returns the policy of a profile with the documents of its first `count` subjects */
export const workload = (profile, count, seed) => {
  const records = subjects(profile, seed);
  const documents = Array.from({ length: count }, () => evidenceOf(records.next().value));
  return { policy: policyDocument({ profile }), documents };
};
