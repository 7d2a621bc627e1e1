import { byteScorer, documentScorer } from '../evaluate/many.js';
import type { Cohort } from '../evaluate/cohort.js';
import type { Plan } from '../plan/plan.js';
import type { TextBlock } from './block.js';
import { type LineSizes, type TakeLine, textIn } from './lines.js';
import { refusedLine, scoredLines } from './result-line.js';
import type { Tally } from './tally.js';

/** How a batch is computed. */
export interface LineOptions extends LineSizes {
  readonly cohort?: Cohort;
}

/** Where the results of lines go, and are counted. */
interface LineTarget {
  readonly block: TextBlock;
  tally: Tally;
}

/** Scores line after line into `target`, until its block is full. */
export const lineScorer = (
  plan: Plan,
  { cohort, longestLine }: LineOptions,
  target: LineTarget,
): TakeLine => {
  const options = cohort === undefined ? {} : { cohort };
  const scoreText = documentScorer(plan, options);
  const scoreBytes = byteScorer(plan, options);
  const scoredLine = scoredLines();
  const { block } = target;
  const { issue } = plan.layout.doors;
  return (line, bytes, defect) => {
    const { tally } = target;
    tally.lines += 1;
    if (defect !== undefined) {
      tally.refused += 1;
      const params = defect === 'batch.line_too_long' ? { limit: longestLine } : {};
      block.add(refusedLine(line, [issue(defect, '', params)]), false);
    } else if (bytes.from === bytes.to) tally.blank += 1;
    else {
      const scanned = scoreBytes(bytes);
      const scored = scanned ?? scoreText(textIn(bytes));
      const { outcome } = scored;
      if (outcome.ok) {
        tally.scored += 1;
        tally.byStatus[outcome.value.status] += 1;
        // Labels are ASCII, and so is the subject of a line that was scanned; sentences need not be.
        const isAscii = scanned !== undefined && outcome.value.issues.length === 0;
        block.add(scoredLine(line, scored, outcome.value), isAscii);
      } else {
        tally.refused += 1;
        block.add(refusedLine(line, outcome.issues), false);
      }
    }
    return !block.isFull();
  };
};
