import * as z from 'zod/mini';
import { adjustmentKinds } from '../adjust/registry.js';
import type { IndicatorKind, LibraryKind } from '../indicator/contract.js';
import { curveSchema } from '../indicator/named-curve.js';
import { lookupSchema } from '../indicator/named-lookup.js';
import { matrixSchema } from '../indicator/named-matrix.js';
import { ROUNDING_MODES } from '../number/round.js';
import { authorName, numberLiteral, numberSlot, reference, rule, text } from '../rule/schema.js';
import {
  citeName,
  date,
  named,
  panel,
  parameter,
  input,
  scale,
  setParameter,
  table,
  unit,
} from './declared-schema.js';
import { digestText, policyId, versionText } from './identity.js';
import { followUpSchema } from './follow-up.js';
import { distributionSchema } from './groups.js';
import type { ChildPolicy, Policy } from './policy.js';

const optional = z.exactOptional;

/** What only a policy that extends another has. */
const inheritance = (kinds: ReadonlyMap<string, IndicatorKind>) => ({
  extends: optional(
    z.strictObject({
      policy: policyId(),
      version: versionText(),
      digest: digestText(),
    }),
  ),
  set: optional(named(setParameter())),
  fill: optional(named(indicator(kinds))),
});

const adjustment = () => {
  const amounts: Record<string, z.ZodMiniExactOptional<typeof numberSlot>> = {};
  for (const name of adjustmentKinds.keys()) amounts[name] = optional(numberSlot);
  return z.strictObject({
    id: authorName,
    when: optional(rule),
    reason: optional(text),
    cite: citeName(),
    atMost: optional(numberSlot),
    ...amounts,
  });
};

const indicator = (kinds: ReadonlyMap<string, IndicatorKind>) => {
  const verbs: Record<string, z.ZodMiniExactOptional<z.ZodMiniType>> = {};
  for (const [name, kind] of kinds) {
    verbs[name] = optional('schema' in kind ? (kind as LibraryKind).schema() : z.any());
  }
  return z.strictObject({
    title: optional(text),
    unit: optional(z.string()),
    scale: optional(authorName),
    per: optional(authorName),
    when: optional(rule),
    usable: optional(z.strictObject({ when: rule, reason: text })),
    adjust: optional(z.array(adjustment())),
    limits: optional(
      z.array(
        z.strictObject({
          id: authorName,
          when: rule,
          atMost: optional(authorName),
          atLeast: optional(authorName),
          reason: optional(text),
          cite: citeName(),
        }),
      ),
    ),
    round: optional(
      z.strictObject({
        places: optional(z.int().check(z.minimum(0), z.maximum(15))),
        step: optional(numberLiteral),
        mode: z.enum(ROUNDING_MODES),
        for: z.enum(['use', 'show']),
        cite: citeName(),
      }),
    ),
    cite: citeName(),
    ...verbs,
  });
};

const expectation = () => {
  const value = z.union([z.number(), z.string(), z.boolean()]);
  return z.strictObject({
    status: optional(z.enum(['final', 'provisional', 'void'])),
    score: optional(z.nullable(numberLiteral)),
    rating: optional(z.nullable(authorName)),
    indicators: optional(z.record(reference, z.union([value, z.array(value)]))),
    issues: optional(z.array(z.string())),
  });
};

/**
 * The schema of a policy for these kinds of indicator; built when it is first needed.
 *
 * It knows forms, not meanings: names, units and sums are the compiler's business.
 */
export const policySchema = (
  kinds: ReadonlyMap<string, IndicatorKind>,
): z.ZodMiniType<Policy | ChildPolicy> => {
  const schema = z.strictObject({
    $schema: optional(z.string()),
    timbang: z.literal(1),
    id: policyId(),
    version: versionText(),
    subject: optional(z.enum(['person', 'organisation'])),
    title: text,
    region: optional(
      z.strictObject({ scheme: z.enum(['bps', 'kemendagri']), code: z.string(), name: z.string() }),
    ),
    effective: z.strictObject({ from: date(), until: optional(date()) }),
    published: optional(date()),
    replaces: optional(versionText()),
    ...inheritance(kinds),
    cites: optional(
      named(
        z.strictObject({
          text: z.string(),
          support: z.enum([
            'primary',
            'official',
            'unofficial',
            'implementation',
            'interpretation',
          ]),
          url: optional(z.string()),
        }),
      ),
    ),
    units: optional(named(unit())),
    scales: optional(named(scale())),
    parameters: optional(named(parameter())),
    inputs: optional(named(input())),
    tables: optional(named(table())),
    panels: optional(named(panel())),
    curves: optional(named(curveSchema())),
    matrices: optional(named(matrixSchema())),
    lookups: optional(named(lookupSchema())),
    indicators: optional(named(indicator(kinds))),
    result: optional(
      z.strictObject({
        score: optional(authorName),
        rating: optional(authorName),
        baseline: optional(numberLiteral),
      }),
    ),
    followUp: optional(named(followUpSchema())),
    distributions: optional(named(distributionSchema())),
    tests: optional(
      z.array(
        z.strictObject({
          name: z.string(),
          evidence: z.record(z.string(), z.any()),
          expect: expectation(),
        }),
      ),
    ),
  });
  // The one cast of the schema: that an indicator has exactly one verb, an adjustment one kind, and that only
  // a policy that extends another lacks a result, is checked by the compiler, which names what was found; a schema of unions could not.
  return schema as unknown as z.ZodMiniType<Policy | ChildPolicy>;
};
