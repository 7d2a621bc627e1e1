import { pointerTo } from '../pointer.js';
import type { ResultSpec } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import { nearest } from '../suggest.js';
import { unitText } from '../unit.js';
import type { IndicatorPlan, Layout } from './plan.js';
import { numberAt, type Scales } from './scales.js';

/**
 * Which indicators are the outcome.
 *
 * Issues: `policy.no_result`, `policy.result_type`, `policy.result_unrounded`, `policy.no_baseline`,
 * `name.unknown`
 */
export const compileResult = (
  spec: ResultSpec,
  plans: ReadonlyMap<string, IndicatorPlan>,
  scales: Scales,
  report: Scope['report'],
): Pick<Layout, 'score' | 'rating' | 'baseline'> => {
  if (spec.score === undefined && spec.rating === undefined) report('policy.no_result', '/result');
  const find = (
    what: 'score' | 'rating',
    type: 'number' | 'label',
    expected: string,
  ): IndicatorPlan | undefined => {
    const name = spec[what];
    if (name === undefined) return undefined;
    const plan = plans.get(name);
    const pointer = pointerTo('/result', what);
    if (plan === undefined)
      report('name.unknown', pointer, { name, ...nearest(name, [...plans.keys()]) });
    else if (plan.slot.type.is === type && plan.slot.table === undefined) return plan;
    else report('policy.result_type', pointer, { name, what, expected });
    return undefined;
  };
  const score = find('score', 'number', 'a number, one for the subject');
  const rating = find('rating', 'label', 'a label, one for the subject');
  if (score !== undefined && score.round === undefined) {
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
