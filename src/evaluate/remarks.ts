import type { Issue, IssueCode, IssueExtras, Params } from '../issue.js';
import type { Doors } from '../plan/doors.js';
import type { Pointer } from '../pointer.js';

/** What is noticed while one subject is evaluated. */
export interface Remarks {
  readonly issues: Issue[];
  /** Slots whose value may yet be another: of parameters that changed within the evidence's dates, of provisional scorecards. */
  readonly changed: Set<number>;
  readonly say: (code: IssueCode, pointer: Pointer, params?: Params, extras?: IssueExtras) => void;
}

/** A fresh list, beginning with what the evidence itself was told, in the words that a plan brings. */
export const makeRemarks = (issues: readonly Issue[], { issue }: Doors): Remarks => {
  const list = [...issues];
  return {
    issues: list,
    changed: new Set(),
    say: (code, pointer, params, extras) => {
      list.push(issue(code, pointer, params, extras));
    },
  };
};
