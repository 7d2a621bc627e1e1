import type { FollowUpPlan, Plan } from '../plan/plan.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { printTerm } from '../rule/print.js';
import { slotsOf } from '../rule/term.js';
import { TRUTH } from '../rule/operator.js';
import { type Absent, isAbsent } from '../slot.js';
import { originAt } from './origin.js';
import type { Run } from './run.js';
import type { Action, ActionSubject } from './scorecard.js';
import { showCell, showSlot } from './show.js';

/** A follow-up with the answer of its rule: it holds, or there is no answer. */
interface Asked {
  readonly plan: FollowUpPlan;
  readonly holds: true | Absent;
}

/** Of the rungs of one ladder that hold, only the highest; what has no answer stays. */
const highest = (asked: readonly Asked[]): readonly Asked[] => {
  const top = new Map<string, number>();
  for (const { plan, holds } of asked) {
    const { ladder } = plan.spec;
    if (ladder === undefined || holds !== true) continue;
    top.set(ladder.name, Math.max(ladder.rung, top.get(ladder.name) ?? 0));
  }
  return asked.filter(({ plan, holds }) => {
    const { ladder } = plan.spec;
    return holds !== true || ladder === undefined || ladder.rung === top.get(ladder.name);
  });
};

/** What an action is about: its value, and the component that was decisive for it. */
const subjectOf = ({ about }: FollowUpPlan, run: Run): { readonly about?: ActionSubject } => {
  if (about === undefined) return {};
  const chose = run.derivations.get(about.index)?.[0]?.derived.chose;
  return {
    about: {
      name: about.name,
      pointer: about.pointer,
      ...(about.title === undefined ? {} : { title: about.title }),
      value: showSlot(run.reader.cell(about), about),
      ...(chose === undefined ? {} : { chose }),
    },
  };
};

const actionOf = ({ plan: each, holds }: Asked, plan: Plan, run: Run): Action => {
  const { id, pointer, spec, when } = each;
  return {
    id,
    kind: spec.kind,
    pointer,
    ...originAt(plan, pointer),
    ...(holds === true ? {} : { open: showCell(holds, TRUTH) }),
    text: spec.text,
    ...subjectOf(each, run),
    reason: {
      rule: { id: printTerm(when, 'id'), en: printTerm(when, 'en') },
      read: slotsOf(when).map((slot) => ({
        name: slot.name,
        value: showSlot(run.reader.cell(slot), slot),
      })),
    },
    ...(spec.ladder === undefined ? {} : { ladder: spec.ladder }),
    ...(spec.cite === undefined ? {} : { cite: spec.cite }),
  };
};

/**
 * The actions that a result asks for, in the order of the policy, each with the rule that asked and what it
 * read. One whose rule has no answer is open: neither recommended nor left out unseen.
 */
export const actionsFor = (plan: Plan, run: Run): readonly Action[] => {
  const asked = plan.layout.followUp.flatMap((each): readonly Asked[] => {
    const holds = evaluateTerm(each.when, run.reader);
    if (isAbsent(holds)) return [{ plan: each, holds }];
    return holds === true ? [{ plan: each, holds }] : [];
  });
  return highest(asked).map((each) => actionOf(each, plan, run));
};
