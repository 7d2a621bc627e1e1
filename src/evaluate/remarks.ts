import { issue, type Issue, type IssueCode, type IssueExtras, type Params } from '../issue.js';
import type { Pointer } from '../pointer.js';

/** What is noticed while one subject is evaluated. */
export interface Remarks {
  readonly issues: Issue[];
  /** Slots whose value may yet be another: of parameters that changed within the evidence's dates, of provisional scorecards. */
  readonly changed: Set<number>;
  readonly say: (code: IssueCode, pointer: Pointer, params?: Params, extras?: IssueExtras) => void;
}

/** A fresh list, beginning with what the evidence itself was told. */
export const makeRemarks = (issues: readonly Issue[]): Remarks => {
  const list = [...issues];
  return {
    issues: list,
    changed: new Set(),
    say: (code, pointer, params, extras) => {
      list.push(issue(code, pointer, params, extras));
    },
  };
};
