import type { EvidenceCells } from '../evidence/evidence.js';
import type { Plan } from '../plan/plan.js';
import type { MembersResult } from './scorecard.js';

/** Whose scorecards the tables of members hold, in the order of the plan; tables that are not there are left out. */
export const membersIn = (plan: Plan, cells: EvidenceCells): readonly MembersResult[] =>
  plan.layout.tables.flatMap(({ name }, i) => {
    const rows = cells.tables[i]?.members;
    return rows === undefined ? [] : [{ table: name, rows }];
  });
