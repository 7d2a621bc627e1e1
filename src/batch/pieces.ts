import { Buffer } from 'node:buffer';
import { readSync } from 'node:fs';
import { parseCohort } from '../evaluate/read-cohort.js';
import { SCORING_VERSION } from '../audit/record.js';
import { planOfAccepted } from '../plan/accepted.js';
import type { Plan } from '../plan/plan.js';
import { ScoringError, unwrap } from '../result.js';
import { type TextBlock, textBlock } from './block.js';
import { pieceDigest } from './digest.js';
import {
  type Job,
  MESSAGE_BYTES,
  MOST_WAITING,
  type PieceMessage,
  piecesOf,
  SLOT_BYTES,
} from './job.js';
import { readLines } from './lines.js';
import { resultsInto } from './result-line.js';
import { type LineOptions, lineScorer } from './score-line.js';
import { emptyTally } from './tally.js';

/** The rest of a line that begins in one piece and ends in the next is read by so much at a time. */
const REST_BYTES = 65_536;

/** @throws ScoringError where this thread has other code than whoever gave the job, or lays the policy out otherwise */
const planOf = ({ policy, scoring }: Job): Plan => {
  if (scoring !== SCORING_VERSION)
    throw new ScoringError(`a worker has scoring version ${SCORING_VERSION}, not ${scoring}`);
  return planOfAccepted(policy);
};

/** Reads as much as is asked for, or up to the end. */
const readFully = (
  { file }: Job,
  bytes: Buffer,
  {
    at,
    count,
    position,
  }: { readonly at: number; readonly count: number; readonly position: number },
): number => {
  const most = Math.min(count, file.bytes - position);
  let done = 0;
  while (done < most) {
    const read = readSync(file.descriptor, bytes, at + done, most - done, position + done);
    if (read === 0) throw new ScoringError('the input was cut while it was read');
    done += read;
  }
  return done;
};

const lineFeedsIn = (bytes: Buffer): number => {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
};

/** How many lines begin before `piece`, once whoever has the one before knows; and says so to the next. */
const numberLines = ({ linesBefore }: Job, piece: number, count: number): number => {
  while (Atomics.load(linesBefore, piece) < 0n) Atomics.wait(linesBefore, piece, -1n);
  const before = Atomics.load(linesBefore, piece);
  Atomics.store(linesBefore, piece + 1, before + BigInt(count));
  Atomics.notify(linesBefore, piece + 1);
  return Number(before);
};

/** Hands a block over once few of this worker's wait to be written. */
const sendThrough = (
  { control, slots, worker }: Job,
  block: TextBlock,
  post: (message: PieceMessage) => void,
): ((piece: number, end?: PieceMessage['end']) => void) => {
  let slot = 0;
  return (piece, end) => {
    for (;;) {
      const waiting = Atomics.load(control, 1 + worker);
      if (waiting < MOST_WAITING) break;
      Atomics.wait(control, 1 + worker, waiting);
    }
    Atomics.add(control, 1 + worker, 1);
    const bytes = block.take();
    const rest = end === undefined ? {} : { end };
    if (bytes.length > SLOT_BYTES) {
      post({ piece, block: bytes.subarray(), ...rest });
      return;
    }
    // INVARIANT: blocks are written in the order in which they are handed over, so that this slot is free.
    const from = slot * SLOT_BYTES;
    slots.set(bytes, from);
    slot = (slot + 1) % MOST_WAITING;
    post({ piece, block: { from, to: from + bytes.length }, ...rest });
  };
};

/**
 * What one worker does: takes piece after piece, scores the lines that begin in it, and hands over their results.
 *
 * A line that goes on beyond its piece is read to its end, however far; the digest is of the bytes of the piece alone.
 */
export const scorePieces = (job: Job, post: (message: PieceMessage) => void): void => {
  const plan = planOf(job);
  const { pieceBytes, longestLine } = job.sizes;
  const options: LineOptions = {
    ...job.sizes,
    ...(job.cohort === undefined ? {} : { cohort: unwrap(parseCohort(plan, job.cohort)) }),
  };
  const block = textBlock(Math.min(job.sizes.blockBytes, MESSAGE_BYTES));
  const target = { put: resultsInto(block), tally: emptyTally() };
  const take = lineScorer(plan, options, target);
  const send = sendThrough(job, block, post);
  const buffer = Buffer.allocUnsafe(pieceBytes + 1);

  const scorePiece = (piece: number): void => {
    const start = piece * pieceBytes;
    // With the byte before it, which says whether a line begins with the first.
    const offset = Math.max(0, start - 1);
    const count = start + pieceBytes - offset;
    const read = readFully(job, buffer, { at: 0, count, position: offset });
    const digest = pieceDigest(buffer.subarray(start - offset, read));
    const begin = lineFeedsIn(buffer.subarray(0, read - 1)) + (piece === 0 ? 1 : 0);
    const before = numberLines(job, piece, begin);
    target.tally = emptyTally();
    if (begin > 0) {
      // The rest of the line before has its number.
      const range = { offset, before: piece === 0 ? 0 : before - 1, until: start + pieceBytes };
      const lines = readLines({ blockBytes: buffer.length, longestLine }, range, buffer);
      lines.filled(read);
      let position = offset + read;
      for (;;) {
        const isFull = lines.run(
          (line, bytes, defect) => line <= before || take(line, bytes, defect),
        );
        if (isFull) send(piece);
        else if (lines.isDone()) break;
        else {
          const { bytes, at } = lines.room();
          const most = Math.min(bytes.length - at, REST_BYTES);
          const more = readFully(job, bytes, { at, count: most, position });
          position += more;
          lines.filled(more);
        }
      }
    }
    send(piece, { digest, counts: target.tally });
  };

  const pieces = piecesOf(job.file.bytes, pieceBytes);
  for (let piece = Atomics.add(job.control, 0, 1); piece < pieces; ) {
    scorePiece(piece);
    piece = Atomics.add(job.control, 0, 1);
  }
};
