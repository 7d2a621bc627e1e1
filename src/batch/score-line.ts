import { byteScorer, documentScorer, type ScoredDocument } from '../evaluate/many.js';
import type { Cohort } from '../evaluate/cohort.js';
import type { Plan } from '../plan/plan.js';
import { failure } from '../result.js';
import { type LineSizes, type TakeLine, textIn } from './lines.js';
import type { Tally } from './tally.js';

/** How a batch is computed. */
export interface LineOptions extends LineSizes {
  readonly cohort?: Cohort;
}

/** Takes what came of a line. @returns whether to go on with the next */
export type TakeResult = (line: number, scored: ScoredDocument, isAscii: boolean) => boolean;

/** Where the results of lines go, and are counted. */
interface LineTarget {
  /** Is told too whether all that the document says of itself is ASCII. */
  readonly put: TakeResult;
  tally: Tally;
}

/** Scores line after line into `target`, until it says to wait. */
export const lineScorer = (
  plan: Plan,
  { cohort, longestLine }: LineOptions,
  target: LineTarget,
): TakeLine => {
  const options = cohort === undefined ? {} : { cohort };
  const scoreText = documentScorer(plan, options);
  const scoreBytes = byteScorer(plan, options);
  const { issue } = plan.layout.doors;
  return (line, bytes, defect) => {
    const { tally } = target;
    tally.lines += 1;
    if (defect !== undefined) {
      tally.refused += 1;
      const params = defect === 'batch.line_too_long' ? { limit: longestLine } : {};
      return target.put(line, { outcome: failure([issue(defect, '', params)]) }, false);
    }
    if (bytes.from === bytes.to) {
      tally.blank += 1;
      return true;
    }
    const scanned = scoreBytes(bytes);
    const scored = scanned ?? scoreText(textIn(bytes));
    if (scored.outcome.ok) {
      tally.scored += 1;
      tally.byStatus[scored.outcome.value.status] += 1;
    } else tally.refused += 1;
    return target.put(line, scored, scanned !== undefined);
  };
};
