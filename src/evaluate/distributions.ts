import { exactText } from '../number/decimal.js';
import { compareExact } from '../number/exact.js';
import { type Rational, rational } from '../number/rational.js';
import type { DistributionLimitPlan, DistributionPlan, Plan } from '../plan/plan.js';
import { evaluateTerm } from '../rule/evaluate.js';
import type { Term } from '../rule/term.js';
import { type Cell, isNumber, type Reader } from '../slot.js';
import type { DistributionResult, LabelCount } from './scorecard.js';
import { showExact } from './show.js';

/** Whether a share keeps to one end of a limit; undefined where that cannot be said. */
const keeps = (
  share: Rational | undefined,
  limit: Cell | undefined,
  side: -1 | 1,
): boolean | undefined => {
  if (share === undefined || limit === undefined || !isNumber(limit)) return undefined;
  const order = compareExact(share, limit);
  return order === undefined ? undefined : order !== side;
};

const findingOf = (ends: readonly (boolean | undefined)[]): LabelCount['finding'] => {
  if (ends.includes(false)) return 'beyond';
  return ends.includes(undefined) ? 'not_assessable' : 'within';
};

const shownLimit = (key: 'atMost' | 'atLeast', limit: Cell | undefined): Partial<LabelCount> =>
  limit !== undefined && isNumber(limit) ? { [key]: showExact(limit) } : {};

/** What the limit of a label says of its share. */
const against = (
  share: Rational | undefined,
  limit: DistributionLimitPlan | undefined,
  reader: Reader,
): Partial<LabelCount> => {
  if (limit === undefined) return {};
  const valueOf = (term: Term | undefined): Cell | undefined => term && evaluateTerm(term, reader);
  const [most, least] = [valueOf(limit.atMost), valueOf(limit.atLeast)];
  const ends = [
    ...(most === undefined ? [] : [keeps(share, most, 1)]),
    ...(least === undefined ? [] : [keeps(share, least, -1)]),
  ];
  const finding = findingOf(ends);
  return {
    ...shownLimit('atMost', most),
    ...shownLimit('atLeast', least),
    ...(finding === undefined ? {} : { finding }),
    ...(limit.cite === undefined ? {} : { cite: limit.cite }),
  };
};

const titlesOf = (plan: Plan, distribution: DistributionPlan): LabelCountTitles => {
  const scale = plan.policy.scales?.[distribution.labels.scale ?? ''];
  return (scale !== undefined && 'labels' in scale ? scale.titles : undefined) ?? {};
};

type LabelCountTitles = Readonly<Record<string, NonNullable<LabelCount['title']>>>;

const resultOf = (
  plan: Plan,
  distribution: DistributionPlan,
  reader: Reader,
): DistributionResult => {
  const { name, title, pointer, slot, table, labels, limits, cite } = distribution;
  const rows = reader.rowCount(table);
  const total = typeof rows === 'number' ? rows : 0;
  const counts = new Array<number>(labels.names.length).fill(0);
  let absent = 0;
  for (let row = 0; row < total; row++) {
    const cell = reader.atRow(table, row).cell(slot);
    if (typeof cell === 'number') counts[cell] = (counts[cell] ?? 0) + 1;
    else absent += 1;
  }
  const present = total - absent;
  const titles = titlesOf(plan, distribution);
  return {
    name,
    ...(title === undefined ? {} : { title }),
    pointer,
    read: slot.name,
    total,
    absent,
    ...(typeof rows === 'number' ? {} : { unknown: rows.absent }),
    counts: labels.names.map((label, i): LabelCount => {
      const count = counts[i] ?? 0;
      const share = present === 0 ? undefined : rational(BigInt(count), BigInt(present));
      return {
        label,
        ...(Object.hasOwn(titles, label) && titles[label] ? { title: titles[label] } : {}),
        count,
        ...(share === undefined ? {} : { share: exactText(share) }),
        ...against(share, limits.get(i), reader),
      };
    }),
    ...(cite === undefined ? {} : { cite }),
  };
};

/** Every distribution of the policy, in its order: counts and findings, of which nothing else depends. */
export const distributionsOf = (plan: Plan, reader: Reader): readonly DistributionResult[] =>
  plan.layout.distributions.map((each) => resultOf(plan, each, reader));
