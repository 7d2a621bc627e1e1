import * as z from 'zod/mini';
import type { Text } from '../issue.js';
import type { NumberSlot } from '../rule/rule.js';
import { authorName, numberSlot, reference, text } from '../rule/schema.js';
import { digestText, policyId } from './identity.js';

/** Which rules made a scorecard that evidence brings: a policy, to the byte. */
export interface PinnedPolicy {
  /** The policy's id. */
  readonly policy: string;
  /** The digest of its document, as its plan and its scorecards give it. */
  readonly digest: string;
}

/** A table whose rows are members' scorecards by one pinned policy. */
export interface MembersSpec extends PinnedPolicy {
  /** What fills each column of `row`; every column has an entry. */
  readonly read: Readonly<Record<string, MemberRead>>;
}

/** One input that is read from a scorecard by a pinned policy. */
export interface ScorecardSpec extends PinnedPolicy {
  readonly read: MemberRead;
}

/** What is read of a scorecard: its score or rating, or the value of one of its indicators. */
export type MemberRead = ReadResult | ReadIndicator;

/** The rounded score, or the rating. */
export interface ReadResult {
  readonly result: 'score' | 'rating';
}

/** An indicator's value: as its rounding shows it, or `exact`, before any rounding. */
export interface ReadIndicator {
  readonly indicator: string;
  /** `shown` unless given. */
  readonly value?: 'shown' | 'exact';
}

/** Head counts of the labels in the rows of a table, beside limits that move nobody. */
export interface DistributionSpec {
  readonly title?: Text;
  /** A column, or an indicator `per` a table, whose labels are a scale's. */
  readonly read: string;
  /** By label: the shares, of the rows that have a value, beyond which it is a finding. */
  readonly limits?: Readonly<Record<string, DistributionLimit>>;
  readonly cite?: string;
}

/** Shares in [0, 1] within which a label's share is expected. */
export interface DistributionLimit {
  readonly atMost?: NumberSlot;
  readonly atLeast?: NumberSlot;
  readonly cite?: string;
}

const optional = z.exactOptional;

const memberRead = (): z.ZodMiniType<MemberRead> =>
  z.union([
    z.strictObject({ result: z.enum(['score', 'rating']) }),
    z.strictObject({ indicator: authorName, value: optional(z.enum(['shown', 'exact'])) }),
  ]);

const pinned = () => ({ policy: policyId(), digest: digestText() });

/** The schema of `members` of a table. */
export const membersSchema = (): z.ZodMiniType<MembersSpec> =>
  z.strictObject({ ...pinned(), read: z.record(authorName, memberRead()) });

/** The schema of `scorecard` of an input. */
export const scorecardSchema = (): z.ZodMiniType<ScorecardSpec> =>
  z.strictObject({ ...pinned(), read: memberRead() });

/** The schema of one entry of `distributions`. */
export const distributionSchema = (): z.ZodMiniType<DistributionSpec> =>
  z.strictObject({
    title: optional(text),
    read: reference,
    limits: optional(
      z.record(
        authorName,
        z.strictObject({
          atMost: optional(numberSlot),
          atLeast: optional(numberSlot),
          cite: optional(authorName),
        }),
      ),
    ),
    cite: optional(authorName),
  });
