import type { Plan } from '../plan/plan.js';
import { outputBlocks } from './blocks.js';
import { type ByteSource, chunksOf } from './bytes.js';
import type { BatchSummary } from './format.js';
import { type BatchOptions, type InternalSizes, optionsWith } from './options.js';

/** `scoreLines`, with sizes that tests make small. */
export async function* scoreChunks(
  plan: Plan,
  source: ByteSource,
  options: BatchOptions = {},
  sizes: InternalSizes = {},
): AsyncGenerator<Uint8Array, BatchSummary, void> {
  const chunks = chunksOf(source);
  try {
    const blocks = outputBlocks(plan, chunks.fill, optionsWith(plan, options, sizes));
    for (;;) {
      const next = await blocks.next();
      if (next.done === true) return next.value;
      // A copy: whoever takes it may keep it.
      yield Uint8Array.prototype.slice.call(next.value);
    }
  } finally {
    await chunks.close();
  }
}

/**
 * The output of a batch for lines that come in chunks, block by block.
 *
 * Each line of the input is an `EvidenceDocument` as JSON, and gives a line of the output: the outcome that `parseEvidence`
 * and `score` give, or the issues for which it was refused. `docs/batch.md` writes the format down. A chunk is asked for when
 * the block before it was taken, so that a slow sink is waited for.
 * @param source - the bytes of the lines, in UTF-8
 * @returns blocks of bytes, and the summary when there is no more
 * Issues, in lines of the output: those of `parseEvidence`, `batch.line_too_long`, `batch.encoding`
 * @throws ScoringError when the cohort was frozen by another policy
 * @example
 * await pipeline(process.stdin, (lines) => scoreLines(plan, lines), process.stdout);
 */
export const scoreLines = (
  plan: Plan,
  source: ByteSource,
  options: BatchOptions = {},
): AsyncGenerator<Uint8Array, BatchSummary, void> => scoreChunks(plan, source, options);
