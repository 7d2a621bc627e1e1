import * as z from 'zod/mini';
import type { NumberLiteral, NumberSlot, Rule, RuleOperation } from './rule.js';

/** A name that an author gives: lower case, digits and hyphens. */
export const authorName = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, 'author-name'));

/** A reference: an author's name, or a column as `table.field`. */
export const reference = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, 'reference'));

/** An operation's inside is checked when the rule is compiled, with its types; here only its form. */
export const ruleOperation: z.ZodMiniType<RuleOperation> = z.record(z.string(), z.any());

export const rule: z.ZodMiniType<Rule> = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  ruleOperation,
]);

export const numberLiteral: z.ZodMiniType<NumberLiteral> = z.union([z.number(), z.string()]);

export const numberSlot: z.ZodMiniType<NumberSlot> = z.union([
  z.number(),
  z.string(),
  ruleOperation,
]);

/** The same sentence in both languages. */
export const text = z.strictObject({ id: z.string(), en: z.string() });
