import * as z from 'zod/mini';
import { adjustmentKinds } from '../adjust/registry.js';
import { DURATION_PATTERNS } from '../duration.js';
import type { IndicatorKind, LibraryKind } from '../indicator/contract.js';
import { curveSchema } from '../indicator/named-curve.js';
import { lookupSchema } from '../indicator/named-lookup.js';
import { matrixSchema } from '../indicator/named-matrix.js';
import { ROUNDING_MODES } from '../number/round.js';
import { authorName, numberLiteral, numberSlot, reference, rule, text } from '../rule/schema.js';
import type { Policy } from './policy.js';

const optional = z.exactOptional;
const count = () => z.int().check(z.minimum(1), z.maximum(1_000_000));
const date = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date'));
const citeName = () => optional(authorName);

/** A fresh record schema: author's names to `value`. */
const named = <T extends z.ZodMiniType>(value: T) => z.record(authorName, value);

const ifMissingWord = () => z.enum(['fail', 'pending', 'exclude']);

const ifMissing = () =>
  z.union([
    ifMissingWord(),
    z.strictObject({ use: z.union([z.number(), z.string(), z.boolean()]), cite: authorName }),
  ]);

const input = () => {
  const common = {
    title: optional(text),
    when: optional(rule),
    ifMissing: ifMissing(),
    cite: citeName(),
  };
  const range = { unit: z.string(), min: numberLiteral, max: numberLiteral };
  return z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('decimal'),
      ...range,
      step: optional(numberLiteral),
      ...common,
    }),
    z.strictObject({ type: z.literal('integer'), ...range, ...common }),
    z.strictObject({ type: z.literal('boolean'), ...common }),
    z.strictObject({
      type: z.literal('label'),
      labels: optional(z.array(authorName).check(z.minLength(1))),
      scale: optional(authorName),
      ...common,
    }),
    z.strictObject({ type: z.literal('date'), ...common }),
    z.strictObject({
      type: z.literal('duration'),
      pattern: z.enum(DURATION_PATTERNS),
      dayHours: optional(numberLiteral),
      ...range,
      unit: z.enum(['second', 'minute', 'hour']),
      step: optional(numberLiteral),
      ...common,
    }),
  ]);
};

const scale = () =>
  z.union([
    z.strictObject({
      worst: numberLiteral,
      full: numberLiteral,
      best: numberLiteral,
      step: optional(numberLiteral),
      title: optional(text),
    }),
    z.strictObject({
      labels: z.array(authorName).check(z.minLength(1)),
      titles: optional(named(text)),
      title: optional(text),
    }),
  ]);

const parameter = () =>
  z.strictObject({
    is: optional(numberLiteral),
    since: optional(z.record(date(), numberLiteral)),
    unit: optional(z.string()),
    open: optional(z.strictObject({ min: numberLiteral, max: numberLiteral })),
    title: optional(text),
    cite: citeName(),
  });

const table = () =>
  z.strictObject({
    title: optional(text),
    rowUnit: z.string(),
    atMost: count(),
    ifMissing: ifMissingWord(),
    row: named(input()),
  });

const panel = () =>
  z.strictObject({
    title: optional(text),
    answers: authorName,
    labels: optional(named(numberLiteral)),
    questions: named(z.strictObject({ title: optional(text) })),
    sources: named(
      z.strictObject({
        share: numberLiteral,
        take: z.enum(['mean', 'median']),
        atLeast: count(),
        ifFewer: ifMissingWord(),
        title: optional(text),
        cite: citeName(),
      }),
    ),
    rowUnit: optional(z.string()),
    atMost: optional(count()),
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

const expectation = () =>
  z.strictObject({
    status: optional(z.enum(['final', 'provisional', 'void'])),
    score: optional(numberLiteral),
    rating: optional(authorName),
    indicators: optional(z.record(reference, z.union([z.number(), z.string(), z.boolean()]))),
    issues: optional(z.array(z.string())),
  });

/**
 * The schema of a policy for these kinds of indicator; built when it is first needed.
 *
 * It knows forms, not meanings: names, units and sums are the compiler's business.
 */
export const policySchema = (kinds: ReadonlyMap<string, IndicatorKind>): z.ZodMiniType<Policy> => {
  const schema = z.strictObject({
    $schema: optional(z.string()),
    timbang: z.literal(1),
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)*$/, 'policy-id')),
    version: z.string().check(z.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/, 'version')),
    subject: optional(z.enum(['person', 'organisation'])),
    title: text,
    region: optional(
      z.strictObject({ scheme: z.enum(['bps', 'kemendagri']), code: z.string(), name: z.string() }),
    ),
    effective: z.strictObject({ from: date(), until: optional(date()) }),
    published: optional(date()),
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
    scales: optional(named(scale())),
    parameters: optional(named(parameter())),
    inputs: optional(named(input())),
    tables: optional(named(table())),
    panels: optional(named(panel())),
    curves: optional(named(curveSchema())),
    matrices: optional(named(matrixSchema())),
    lookups: optional(named(lookupSchema())),
    indicators: named(indicator(kinds)),
    result: z.strictObject({
      score: optional(authorName),
      rating: optional(authorName),
      baseline: optional(numberLiteral),
    }),
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
  // The one cast of the schema: that an indicator has exactly one verb, and an adjustment one kind, is
  // checked by the compiler, which names what was found; a schema of unions could not.
  return schema as unknown as z.ZodMiniType<Policy>;
};
