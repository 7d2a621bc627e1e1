import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Plan } from '../plan/plan.js';
import { envelopeFor, outputBlocks } from './blocks.js';
import { bytesOf, writerTo } from './bytes.js';
import { piecesDigest } from './digest.js';
import type { BatchSummary } from './format.js';
import {
  type BatchOptions,
  type InternalSizes,
  optionsWith,
  type WholeOptions,
} from './options.js';
import { emptyTally } from './tally.js';
import { scoreInWorkers, type WorkerOptions } from './workers.js';

/** From where to where a batch goes, and how. */
export interface FileBatch extends BatchOptions {
  /** NDJSON in UTF-8: an `EvidenceDocument` a line. */
  readonly input: string | URL;
  /** Is written anew. */
  readonly output: string | URL;
  /** Threads besides the caller's; without any, the caller's scores, with a turn of its event loop after each block. */
  readonly workers?: number;
  /** The code of a worker, where a bundler has moved it: the file that `timbang/batch/worker` leads to. */
  readonly workerFile?: string | URL;
}

/** More threads than any machine is given. */
const MOST_WORKERS = 256;

/** @throws TypeError when writing the output would erase the input */
const refuseSameFile = async (input: FileHandle, path: string | URL): Promise<void> => {
  const [given, target] = await Promise.all([
    input.stat({ bigint: true }),
    stat(path, { bigint: true }).catch(() => undefined),
  ]);
  if (target?.isFile() === true && target.dev === given.dev && target.ino === given.ino)
    throw new TypeError('`output` is the same file as `input`');
};

const inThisThread = async (
  plan: Plan,
  input: FileHandle,
  output: FileHandle,
  options: WholeOptions,
): Promise<BatchSummary> => {
  const write = await writerTo(output);
  const blocks = outputBlocks(plan, await bytesOf(input), options);
  for (;;) {
    const next = await blocks.next();
    if (next.done === true) return next.value;
    await write(next.value);
  }
};

const inWorkers = async (
  plan: Plan,
  input: FileHandle,
  output: FileHandle,
  options: Omit<WorkerOptions, 'file'>,
): Promise<BatchSummary> => {
  const write = await writerTo(output);
  const given = await input.stat();
  if (!given.isFile())
    throw new TypeError('workers read a file at many places at once: `input` is none');
  const envelope = envelopeFor(plan, options);
  const digest = piecesDigest(options.pieceBytes);
  const tally = emptyTally();
  await write(envelope.header);
  const file = { descriptor: input.fd, bytes: given.size };
  await scoreInWorkers(
    plan,
    { ...options, file },
    {
      write: async (block) => {
        envelope.seal(block);
        await write(block);
      },
      input: digest,
      tally,
    },
  );
  const { bytes, summary } = envelope.trailer(tally, given.size, digest.digest());
  await write(bytes);
  return summary;
};

/** `scoreFile`, with sizes that tests make small. */
export const scoreFileBy = async (
  plan: Plan,
  { input: from, output: to, workers = 0, workerFile, ...rest }: FileBatch,
  sizes: InternalSizes = {},
): Promise<BatchSummary> => {
  if (!Number.isInteger(workers) || workers < 0 || workers > MOST_WORKERS)
    throw new TypeError(`\`workers\` is a whole number from 0 to ${MOST_WORKERS}`);
  const options = optionsWith(plan, rest, sizes);
  const input = await open(from, 'r');
  try {
    await refuseSameFile(input, to);
    const output = await open(to, 'w');
    try {
      return workers === 0
        ? await inThisThread(plan, input, output, options)
        : await inWorkers(plan, input, output, { ...options, workers, workerFile });
    } finally {
      await output.close();
    }
  } finally {
    await input.close();
  }
};

/**
 * Scores a file of NDJSON into another, line by line.
 *
 * Each line of the input is an `EvidenceDocument` as JSON, and gives a line of the output: the outcome that `parseEvidence`
 * and `score` give, or the issues for which it was refused. `docs/batch.md` writes the format down. The output is the same,
 * byte by byte, however many workers there are.
 * @returns what the batch came to, which is also the last line of the output
 * Issues, in lines of the output: those of `parseEvidence`, `batch.line_too_long`, `batch.encoding`
 * @throws ScoringError when the cohort was frozen by another policy, or the plan has kinds of the host and there are workers
 * @throws TypeError for a number of workers that is none, or an output that is the input
 * @throws Error of the system when the files cannot be read or written; the output then has no last line
 * @example
 * const { scored, refused } = await scoreFile(plan, { input: 'in.ndjson', output: 'out.ndjson', workers: 2 });
 */
export const scoreFile = (plan: Plan, files: FileBatch): Promise<BatchSummary> =>
  scoreFileBy(plan, files);
