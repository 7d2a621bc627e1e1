import { exactText } from '../number/decimal.js';
import { equal, ONE, sign, subtract, sum, ZERO } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { PanelSpec } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import { ABSENCE } from './inputs.js';
import type { SourcePlan } from './plan.js';
import { numberAt } from '../rule/literal.js';

/** More forms than this are refused unless the policy says another number. */
export const MOST_FORMS = 10_000;

/**
 * The sources of a panel, their shares summing to exactly 1.
 *
 * Issues: `panel.shares`, `weights.two_rests`, `weights.negative`, `number.unreadable`
 */
export const declareSources = (
  spec: PanelSpec,
  pointer: Pointer,
  report: Scope['report'],
): readonly SourcePlan[] => {
  const at = pointerTo(pointer, 'sources');
  const entries = Object.entries(spec.sources);
  const shares = entries.map(([name, source]) =>
    source.share === 'rest'
      ? undefined
      : (numberAt(source.share, pointerTo(at, name, 'share'), report) ?? ZERO),
  );
  if (shares.filter((share) => share === undefined).length > 1) report('weights.two_rests', at);
  const rest = subtract(ONE, sum(shares.filter((share) => share !== undefined)));
  const filled = shares.map((share) => share ?? rest);
  const negative = filled.find((share) => sign(share) < 0);
  if (negative !== undefined) report('weights.negative', at, { found: exactText(negative) });
  else if (!equal(sum(filled), ONE)) report('panel.shares', at, { found: exactText(sum(filled)) });
  return entries.map(([name, source], i) => ({
    name,
    share: filled[i] ?? ZERO,
    take: source.take,
    atLeast: source.atLeast,
    ifFewer: ABSENCE[source.ifFewer],
    ...(source.cite === undefined ? {} : { cite: source.cite }),
  }));
};
