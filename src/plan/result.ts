import type { Text } from '../issue.js';
import { pointerTo } from '../pointer.js';
import type { Policy, ResultSpec } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import { nearest } from '../suggest.js';
import { unitText } from '../unit.js';
import type { IndicatorPlan, Layout } from './plan.js';
import type { Scales } from './scales.js';
import { numberAt } from '../rule/literal.js';

const WHAT = {
  score: { id: 'nilai', en: 'score' },
  rating: { id: 'predikat', en: 'rating' },
} as const satisfies Record<string, Text>;

/**
 * Which indicators are the outcome.
 *
 * Issues: `policy.no_result`, `policy.result_type`, `policy.result_unrounded`, `policy.no_baseline`,
 * `name.unknown`
 */
export const compileResult = (
  spec: ResultSpec,
  known: {
    readonly plans: ReadonlyMap<string, IndicatorPlan>;
    readonly specs: Policy['indicators'];
  },
  scales: Scales,
  report: Scope['report'],
): Pick<Layout, 'score' | 'rating' | 'baseline'> => {
  if (spec.score === undefined && spec.rating === undefined) report('policy.no_result', '/result');
  const find = (
    what: 'score' | 'rating',
    type: 'number' | 'label',
    expected: Text,
  ): IndicatorPlan | undefined => {
    const name = spec[what];
    if (name === undefined) return undefined;
    const plan = known.plans.get(name);
    const pointer = pointerTo('/result', what);
    if (plan === undefined) {
      // One that was declared and could not be compiled has been reported where it stands.
      if (Object.hasOwn(known.specs, name)) return undefined;
      report('name.unknown', pointer, { name, ...nearest(name, Object.keys(known.specs)) });
    } else if (plan.slot.type.is === type && plan.slot.table === undefined) return plan;
    else report('policy.result_type', pointer, { name, what: WHAT[what], expected });
    return undefined;
  };
  const score = find('score', 'number', {
    id: 'bilangan, satu bagi subjek',
    en: 'a number, one for the subject',
  });
  const rating = find('rating', 'label', {
    id: 'label, satu bagi subjek',
    en: 'a label, one for the subject',
  });
  if (score !== undefined && known.specs[score.name]?.round === undefined) {
    report('policy.result_unrounded', '/result/score', { name: score.name });
  }
  const unit = score?.slot.type.is === 'number' ? score.slot.type.unit : undefined;
  const full = unit && scales.scaleOf(unit)?.full;
  const given =
    spec.baseline === undefined ? undefined : numberAt(spec.baseline, '/result/baseline', report);
  const baseline = given ?? full;
  if (unit !== undefined && baseline === undefined && spec.baseline === undefined) {
    report('policy.no_baseline', '/result/score', { unit: unitText(unit) });
  }
  return {
    ...(score === undefined ? {} : { score }),
    ...(rating === undefined ? {} : { rating }),
    ...(baseline === undefined ? {} : { baseline }),
  };
};
