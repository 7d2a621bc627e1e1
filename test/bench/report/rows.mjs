// One subject: every row on every profile, how it is set up, and what stands beside itself.
import { PROFILES } from '../workload/subjects.mjs';
import { code, number, section, spread, table, whole, wrongOf } from './text.mjs';

const PROFILE_TEXTS = {
  mixed: 'Targets of every kind (12, 36, 250), values of two decimals.',
  'percent-2dp':
    'Percentages of two decimals, six in ten with both children of the geometric mean at their cap.',
  'percent-integer': 'Whole percentages, as most forms have them; else as above.',
  adversarial:
    'Made so that every decision is a tie, or within 1e-9 of one: roundings, edges of bands, the rule that asks for 75, edges of tables, thirds and 23rds that cancel, fifth roots that come out even.',
};

/** Why rows in decimals are wrong where they are. */
const CAUSES = {
  adversarial:
    'Decimals do not help on ties. In zen a power with a fraction in its exponent is right to some eight digits (`120 ^ 0.6 * 120 ^ 0.4` comes to 119.9999995), so that ties under the geometric mean fall below their edge, and a third is cut after 28. `decimal-js` rounds every operation to its 20 digits, so that a root that comes out even, or thirds that cancel, may be off by the last of them; with more digits it was wrong more often.',
};

const profileTable = (result, profile) => {
  const noise = result.noise[profile];
  return [
    `### ${profile}`,
    PROFILE_TEXTS[profile],
    ...(noise === undefined
      ? []
      : [`Equal code beside itself, in ${noise.pairs} pairs: ${spread(noise)}.`]),
    table(
      ['Row', 'Time, to `hand`', 'ns', 'Wrong', 'To the exact path, per million'],
      result.rows
        .filter((row) => row.profile === profile)
        .map((row) => [
          code(row.id),
          spread(row.ratioToHand),
          whole(row.nanoseconds),
          wrongOf(row),
          number(row.refereePerMillion),
        ]),
    ),
    ...(CAUSES[profile] === undefined ? [] : [CAUSES[profile]]),
  ].join('\n\n');
};

export const rows = (result) =>
  section(
    'One subject',
    'How many times the time of `hand` each row takes. *Wrong* is how many of the subjects it was checked on have another score or band than the oracle gives: all rows on the same subjects, slow ones on the first of them. What is wrong a few times in a million is not seen on so few: see *Exactness*. The last column is how many subjects the fast path of `timbang` hands to the exact one, counted in a build that counts them.',
    '![time of each row](performance.svg)',
    ...Object.keys(PROFILES)
      .filter((profile) => result.rows.some((row) => row.profile === profile))
      .map((profile) => profileTable(result, profile)),
  );

/** What the chart shows: the rows on mixed data, each with what it was found to be over all profiles. */
export const charted = (result) =>
  result.rows
    .filter(({ profile }) => profile === 'mixed')
    .map(({ id, ratioToHand }) => {
      const own = result.rows.filter((row) => row.id === id);
      const sum = (key) => own.reduce((total, row) => total + row[key], 0);
      return { id, ratioToHand, wrong: sum('wrong'), checked: sum('checked') };
    });

export const setups = ({ rows: all, beside: others }) => {
  const seen = new Map(all.map(({ id, about }) => [id, about]));
  for (const { of, about } of others) if (!seen.has(of.id)) seen.set(of.id, about);
  return section(
    'How each row is set up',
    'Each in the shape that it likes best; what has to be done once (compiling, reading evidence, flattening records, making decimals) is done before the clock starts.',
    table(
      ['Row', 'How', 'What it computes'],
      [...seen].map(([id, { how, computes }]) => [code(id), how, computes]),
    ),
  );
};

const BESIDE_TEXTS = {
  'integer-percentages': '`timbang` on whole percentages, to itself on mixed data',
  'forty-plans': 'forty plans in turn, to one',
  'compile-warm': 'a compilation, to the schema’s parse and the digest of the same document',
  'filter-on': 'with its filter, to a build without',
  'key-orders-3': 'documents with three orders of keys, to one',
  'key-orders-40': 'documents with forty orders of keys, to one',
  'dictionary-mode': 'documents whose objects are dictionaries, to the common form',
  'extra-values':
    'documents with ten values more, which the policy knows and does not read, to none',
  'unknown-values': 'documents refused for ten values that are unknown, to documents scored',
  'optional-left-out': 'documents with optional values left out, to all there',
};

export const beside = (result) =>
  section(
    'Beside itself',
    table(
      ['What', 'Ratio', 'ns', 'Wrong'],
      result.beside.map((each) => [
        BESIDE_TEXTS[each.id],
        spread(each.ratio),
        whole(each.first),
        wrongOf(each),
      ]),
    ),
  );
