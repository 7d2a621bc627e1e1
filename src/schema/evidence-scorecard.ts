import { SCORECARD_FORMAT } from '../evidence/member.js';
import type { Text } from '../issue.js';
import type { JsonObject } from '../json.js';
import type { PinnedPlan, TablePlan } from '../plan/plan.js';
import { closed, described } from './dialect.js';

const TEXTS: Readonly<Record<'policy' | 'status' | 'subject' | 'scorecards', Text>> = {
  policy: { en: 'the policy that made it, pinned', id: 'kebijakan pembuatnya, disematkan' },
  status: {
    en: 'what is read from a `provisional` one is provisional, from a `void` one missing',
    id: 'yang dibaca dari `provisional` bersifat sementara, dari `void` dianggap tidak ada',
  },
  subject: { en: 'whose it is; no subject counts twice', id: 'milik siapa; subjek tidak berulang' },
  scorecards: { en: 'a scorecard for each member', id: 'satu kartu nilai tiap anggota' },
};

/** A scorecard by the pinned policy, with whatever else stands in it. */
export const scorecardForm = ({ policy, digest }: PinnedPlan): JsonObject => {
  const pin: JsonObject = {
    type: 'object',
    properties: { id: { const: policy }, digest: { const: digest } },
    required: ['id', 'digest'],
  };
  return {
    type: 'object',
    properties: {
      format: { const: SCORECARD_FORMAT },
      policy: described(pin, TEXTS.policy),
      status: described({ enum: ['final', 'provisional', 'void'] }, TEXTS.status),
      subject: described({ type: 'string' }, TEXTS.subject),
    },
    required: ['format', 'policy', 'status'],
  };
};

/** The rows of a table of members. */
export const scorecardsForm = (pin: PinnedPlan, { atMost }: TablePlan): JsonObject => {
  const scorecards: JsonObject = { type: 'array', maxItems: atMost, items: scorecardForm(pin) };
  return closed({ scorecards: described(scorecards, TEXTS.scorecards) }, ['scorecards']);
};

/** Which policy a scorecard is by, for a description. */
export const byPolicy = ({ policy }: PinnedPlan): Text => ({
  en: `from a scorecard by \`${policy}\``,
  id: `dari kartu nilai menurut \`${policy}\``,
});
