import type { ScoredDocument } from '../evaluate/many.js';
import type { Plan } from '../plan/plan.js';
import { type ByteSource, openBytes } from './bytes.js';
import type { BatchCounts } from './format.js';
import { readLines } from './lines.js';
import { type BatchOptions, type InternalSizes, optionsWith } from './options.js';
import { lineScorer } from './score-line.js';
import { emptyTally } from './tally.js';

/** What came of one line that is not blank. */
export interface ScoredLine extends ScoredDocument {
  /** Its number in the input, from 1; blank lines count. */
  readonly line: number;
}

/** Lines are handed over by so many at the most, however short they are. */
const MOST_LINES = 4096;

/** `scoreEach`, with sizes that tests make small. */
export async function* scoreEachBy(
  plan: Plan,
  source: string | URL | ByteSource,
  options: BatchOptions = {},
  sizes: InternalSizes = {},
): AsyncGenerator<readonly ScoredLine[], BatchCounts, void> {
  const whole = optionsWith(plan, options, sizes);
  const lines = readLines(whole);
  const tally = emptyTally();
  let block: ScoredLine[] = [];
  const take = lineScorer(plan, whole, {
    put: (line, { subject, outcome }) => {
      block.push(subject === undefined ? { line, outcome } : { line, subject, outcome });
      return block.length < MOST_LINES;
    },
    tally,
  });
  const { fill, close } = await openBytes(source);
  try {
    for (let count = -1; count !== 0; ) {
      const { bytes, at } = lines.room();
      count = await fill(bytes, at);
      lines.filled(count);
      for (let isMore = true; isMore; ) {
        isMore = lines.run(take);
        const taken = block;
        block = [];
        if (taken.length > 0) yield taken;
      }
    }
  } finally {
    await close();
  }
  return tally;
}

/**
 * The outcomes of lines, for a host that stores them itself: nothing is written, and nothing digested.
 *
 * Each line of the input is an `EvidenceDocument` as JSON, and gives the outcome that `parseEvidence` and `score` give, or
 * the issues for which it was refused. The next lines are read when the block before them was taken.
 * @param source - NDJSON in UTF-8: the path of a file, or the bytes of its lines
 * @returns blocks of results, in the order of the lines; at the end the counts
 * Issues, in results: those of `parseEvidence`, `batch.line_too_long`, `batch.encoding`
 * @throws ScoringError when the cohort was frozen by another policy
 * @throws Error of the system when the file cannot be read
 * @example
 * for await (const block of scoreEach(plan, 'in.ndjson')) {
 *   for (const { line, subject, outcome } of block) store(line, subject, outcome);
 * }
 */
export const scoreEach = (
  plan: Plan,
  source: string | URL | ByteSource,
  options: BatchOptions = {},
): AsyncGenerator<readonly ScoredLine[], BatchCounts, void> => scoreEachBy(plan, source, options);
