import type { Evidence } from '../evidence/evidence.js';
import type { Plan } from '../plan/plan.js';
import type { MembersResult } from './scorecard.js';

/** Whose scorecards the tables of members hold, in the order of the plan; tables that are not there are left out. */
export const membersIn = (plan: Plan, evidence: Evidence): readonly MembersResult[] =>
  plan.layout.tables.flatMap(({ name }, i) => {
    const rows = evidence.tables[i]?.members;
    return rows === undefined ? [] : [{ table: name, rows }];
  });
