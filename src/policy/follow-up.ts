import * as z from 'zod/mini';
import type { Text } from '../issue.js';
import type { Rule } from '../rule/rule.js';
import { authorName, reference, rule, text } from '../rule/schema.js';

const KINDS = [
  'feedback',
  'training',
  'recognition',
  'coaching',
  'warning',
  'clarification',
] as const;

/** What a result asks for, when a rule holds; it changes no value. */
export interface FollowUpSpec {
  readonly kind: FollowUpKind;
  readonly when: Rule;
  /** What is recommended, for the person it concerns. */
  readonly text: Text;
  /** The input or indicator that it is about: its value stands with the action. */
  readonly about?: string;
  /** A rung of a ladder: of those of one ladder that hold, only the highest is recommended. */
  readonly ladder?: { readonly name: string; readonly rung: number };
  readonly cite?: string;
}

/** What sort of action is recommended. */
export type FollowUpKind = (typeof KINDS)[number];

/** The schema of one entry of `followUp`. */
export const followUpSchema = (): z.ZodMiniType<FollowUpSpec> =>
  z.strictObject({
    kind: z.enum(KINDS),
    when: rule,
    text,
    about: z.exactOptional(reference),
    ladder: z.exactOptional(
      z.strictObject({ name: authorName, rung: z.int().check(z.minimum(1), z.maximum(100)) }),
    ),
    cite: z.exactOptional(authorName),
  });
