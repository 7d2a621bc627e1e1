import * as fc from 'fast-check';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import { type AnyPolicy, whole } from './extend.js';
import { type ChildDecisions, childOf } from './generate-child.js';
import { evidenceFor, type Gaps } from './generate-evidence.js';
import { type PolicyDecisions, policyOf } from './generate-policy.js';
import { sharpened } from './sharpen.js';
import { tapeOf } from './tape.js';

export interface PolicyAndEvidence {
  readonly policy: AnyPolicy;
  readonly evidence: EvidenceDocument;
  /** The policies that it extends, and those that they do. */
  readonly parents?: readonly AnyPolicy[];
}

/** Every decision, part by part, so that parts shrink by themselves. */
interface Decisions extends PolicyDecisions {
  readonly evidence: readonly number[];
  readonly ties: readonly number[];
}

const MANY_GAPS: Gaps = { missing: 9, unusable: 4 };
const FEW_GAPS: Gaps = { missing: 2, unusable: 1 };

const tapeOfLength = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 999_999 }), { minLength: 0, maxLength: length, size: 'max' });

const fullTape = (length: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    {
      arbitrary: fc.array(fc.nat({ max: 999_999 }), { minLength: length, maxLength: length }),
      weight: 9,
    },
    { arbitrary: tapeOfLength(length), weight: 1 },
  );

const policyDecisions = {
  parts: fullTape(170),
  indicators: fc.array(fullTape(110), { minLength: 1, maxLength: 10, size: 'max' }),
  result: fullTape(120),
};

const decisions: fc.Arbitrary<Decisions> = fc.record({
  ...policyDecisions,
  evidence: fullTape(250),
  ties: fullTape(20),
});

/** A valid policy and well-typed evidence for it, with gaps. */
export const policyAndEvidence: fc.Arbitrary<PolicyAndEvidence> = decisions.map((made) => {
  const policy = policyOf(made);
  return { policy, evidence: evidenceFor(policy, tapeOf(made.evidence), MANY_GAPS) };
});

/** The same with few gaps, and with edges, comparisons and roundings put exactly on the values they meet. */
export const adversarialPolicyAndEvidence: fc.Arbitrary<PolicyAndEvidence> = decisions.map(
  (made) => {
    const policy = policyOf(made);
    const evidence = evidenceFor(policy, tapeOf(made.evidence), FEW_GAPS);
    return { policy: sharpened(policy, evidence, tapeOf(made.ties)), evidence };
  },
);

const childDecisions: fc.Arbitrary<ChildDecisions> = fc.record({
  parts: fullTape(80),
  fillings: fc.array(fullTape(60), { minLength: 1, maxLength: 4, size: 'max' }),
  fresh: fc.array(fullTape(80), { minLength: 1, maxLength: 3, size: 'max' }),
});

/** How often, in a hundred, a verb of a policy that is there to be extended may be a slot. */
const MANY_SLOTS = 90;

/** A policy that extends another, or one that does, with evidence for all that it reads. */
export const childAndEvidence: fc.Arbitrary<PolicyAndEvidence> = fc
  .record({
    parent: fc.record(policyDecisions),
    children: fc.array(childDecisions, { minLength: 1, maxLength: 2, size: 'max' }),
    evidence: fullTape(250),
  })
  .map(({ parent, children, evidence }) => {
    const parents: AnyPolicy[] = [];
    let policy: AnyPolicy = policyOf(parent, MANY_SLOTS);
    for (const [at, made] of children.entries()) {
      const merged = whole(policy, parents);
      parents.push(policy);
      policy = childOf(made, policy, merged, at === 0 ? 'child' : 'grandchild');
    }
    const given = evidenceFor(whole(policy, parents), tapeOf(evidence), FEW_GAPS);
    return { policy, evidence: given, parents };
  });
