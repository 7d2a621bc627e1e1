import { Buffer } from 'node:buffer';
import type { Plan } from '../plan/plan.js';
import { textBlock } from './block.js';
import type { Fill } from './bytes.js';
import { piecesDigest } from './digest.js';
import { type BatchSummary, headerLine, trailerRest, trailerStart } from './format.js';
import { readLines } from './lines.js';
import type { WholeOptions } from './options.js';
import { resultsInto } from './result-line.js';
import { lineScorer } from './score-line.js';
import { emptyTally, type Tally } from './tally.js';

/** The output around the results: header and trailer, and the digest over all of it. */
interface Envelope {
  readonly header: Buffer;
  /** Counts bytes of results into the digest. */
  readonly seal: (block: Uint8Array) => void;
  readonly trailer: (
    tally: Tally,
    inputBytes: number,
    inputDigest: string,
  ) => { readonly bytes: Buffer; readonly summary: BatchSummary };
}

/** The envelope of one output. */
export const envelopeFor = (plan: Plan, { cohort, pieceBytes }: WholeOptions): Envelope => {
  const output = piecesDigest(pieceBytes);
  const header = Buffer.from(headerLine(plan, cohort));
  output.update(header);
  return {
    header,
    seal: output.update,
    trailer: (tally, inputBytes, inputDigest) => {
      const start = trailerStart(tally, inputBytes, inputDigest);
      output.update(Buffer.from(start));
      const outputDigest = output.digest();
      const bytes = Buffer.from(start + trailerRest(outputDigest));
      return { bytes, summary: { ...tally, inputBytes, inputDigest, outputDigest } };
    },
  };
};

/**
 * The output for an input, block by block: nothing is read before the block before it was taken.
 *
 * @returns blocks whose bytes hold until the next is asked for; at the end the summary
 */
export async function* outputBlocks(
  plan: Plan,
  fill: Fill,
  options: WholeOptions,
): AsyncGenerator<Buffer, BatchSummary, void> {
  const input = piecesDigest(options.pieceBytes);
  const envelope = envelopeFor(plan, options);
  const lines = readLines(options);
  const block = textBlock(options.blockBytes);
  const target = { put: resultsInto(block), tally: emptyTally() };
  const take = lineScorer(plan, options, target);
  let inputBytes = 0;
  yield envelope.header;
  for (let count = -1; count !== 0; ) {
    const { bytes, at } = lines.room();
    count = await fill(bytes, at);
    input.update(bytes.subarray(at, at + count));
    inputBytes += count;
    lines.filled(count);
    for (let isFull = true; isFull; ) {
      isFull = lines.run(take);
      if (!isFull && count !== 0) break;
      const results = block.take();
      envelope.seal(results);
      if (results.length > 0) yield results;
    }
  }
  const { bytes, summary } = envelope.trailer(target.tally, inputBytes, input.digest());
  yield bytes;
  return summary;
}
