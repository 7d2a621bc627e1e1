import * as z from 'zod/mini';
import { authorName, numberLiteral, rule, text } from '../rule/schema.js';
import { DURATION_PATTERNS } from '../duration.js';
import { membersSchema, scorecardSchema } from './groups.js';
import type {
  InputSpec,
  PanelSpec,
  ParameterSpec,
  ScaleSpec,
  SetParameter,
  TableSpec,
  UnitSpec,
} from './policy.js';

const optional = z.exactOptional;

/** A positive count. */
const count = (): z.ZodMiniType<number> => z.int().check(z.minimum(1), z.maximum(1_000_000));

/** A civil day. */
export const date = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date'));

/** The name of a citation, where there is one. */
export const citeName = (): z.ZodMiniExactOptional<typeof authorName> => optional(authorName);

/** A fresh record schema: author's names to `value`. */
export const named = <T extends z.ZodMiniType>(value: T): z.ZodMiniRecord<typeof authorName, T> =>
  z.record(authorName, value);

const ifMissingWord = () => z.enum(['fail', 'pending', 'exclude']);

const ifMissing = () =>
  z.union([
    ifMissingWord(),
    z.strictObject({ use: z.union([z.number(), z.string(), z.boolean()]), cite: authorName }),
  ]);

/** The schema of one entry of `inputs`, or of a column. */
export const input = (): z.ZodMiniType<InputSpec> => {
  const common = {
    title: optional(text),
    when: optional(rule),
    ifMissing: ifMissing(),
    scorecard: optional(scorecardSchema()),
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

/** The schema of one entry of `scales`. */
export const scale = (): z.ZodMiniType<ScaleSpec> =>
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

/** The schema of one entry of `units`. */
export const unit = (): z.ZodMiniType<UnitSpec> =>
  z.strictObject({
    title: optional(text),
    is: optional(z.strictObject({ times: numberLiteral, of: z.string() })),
  });

const parameterValues = () => {
  const value = z.union([z.number(), z.string(), z.record(authorName, numberLiteral)]);
  return {
    is: optional(value),
    since: optional(z.record(date(), value)),
    open: optional(z.strictObject({ min: numberLiteral, max: numberLiteral })),
  };
};

/** The schema of one entry of `parameters`. */
export const parameter = (): z.ZodMiniType<ParameterSpec> =>
  z.strictObject({
    by: optional(authorName),
    ...parameterValues(),
    unit: optional(z.string()),
    title: optional(text),
    cite: citeName(),
  });

/** The schema of one entry of `tables`. */
export const table = (): z.ZodMiniType<TableSpec> =>
  z.strictObject({
    title: optional(text),
    rowUnit: z.string(),
    atMost: count(),
    ifMissing: ifMissingWord(),
    row: named(input()),
    members: optional(membersSchema()),
  });

/** The schema of one entry of `panels`. */
export const panel = (): z.ZodMiniType<PanelSpec> =>
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

/** The schema of one entry of `set`. */
export const setParameter = (): z.ZodMiniType<SetParameter> =>
  z.strictObject({ ...parameterValues(), cite: authorName });
