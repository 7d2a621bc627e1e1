import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SCORING_VERSION } from '../audit/record.js';
import { indicatorKinds } from '../indicator/registry.js';
import { acceptedOf } from '../plan/accepted.js';
import type { Plan } from '../plan/plan.js';
import { ScoringError } from '../result.js';
import type { PiecesDigest } from './digest.js';
import { type Job, MOST_WAITING, type PieceMessage, piecesOf, SLOT_BYTES } from './job.js';
import type { WholeOptions } from './options.js';
import { addTally, type Tally } from './tally.js';

/** Threads that score the pieces of a file. */
export interface WorkerOptions extends WholeOptions {
  readonly workers: number;
  /** The code of a worker; that beside this file unless it says otherwise. */
  readonly workerFile?: string | URL | undefined;
  readonly file: Job['file'];
}

/** Where what workers give is put, in the order of the input. */
interface PieceSink {
  readonly write: (block: Uint8Array) => Promise<void>;
  readonly input: PiecesDigest;
  readonly tally: Tally;
}

/** Beside this file in both builds; only CommonJS has a `__dirname`. */
const defaultWorkerFile = (): string | URL => {
  const here = import.meta.url as string | undefined;
  return here === undefined
    ? join(__dirname, 'batch-worker.cjs')
    : new URL('./batch-worker.js', import.meta.url);
};

/** @throws ScoringError when the plan runs functions of the host, which no other thread has */
const refuseHostKinds = ({ layout }: Plan): void => {
  const foreign = layout.indicators.find(({ kind }) => indicatorKinds.get(kind.name) !== kind);
  if (foreign === undefined) return;
  throw new ScoringError(
    `kind \`${foreign.kind.name}\` is the host's own and cannot go to a worker: use no workers`,
  );
};

/** Megabytes for what lines leave behind, which is little: a worker would take what the main thread may take. */
const YOUNG_MEGABYTES = 2;

const jobsFor = (plan: Plan, options: WorkerOptions): readonly Job[] => {
  const { file, cohort, pieceBytes, blockBytes, longestLine } = options;
  const pieces = piecesOf(file.bytes, pieceBytes);
  const count = Math.min(options.workers, pieces);
  const policy = acceptedOf(plan);
  const control = new Int32Array(new SharedArrayBuffer(4 * (1 + count)));
  const linesBefore = new BigInt64Array(new SharedArrayBuffer(8 * (1 + pieces))).fill(-1n, 1);
  return Array.from({ length: count }, (_, worker) => ({
    policy,
    scoring: SCORING_VERSION,
    ...(cohort === undefined ? {} : { cohort }),
    file,
    sizes: { pieceBytes, blockBytes, longestLine },
    worker,
    control,
    slots: new Uint8Array(new SharedArrayBuffer(MOST_WAITING * SLOT_BYTES)),
    linesBefore,
  }));
};

/** What came from workers, until it is its turn. */
interface Inbox {
  readonly put: (message: PieceMessage, worker: number) => void;
  readonly fail: (cause: unknown) => void;
  /** The next block of a piece. */
  readonly next: (
    piece: number,
  ) => Promise<{ readonly message: PieceMessage; readonly worker: number }>;
}

const inbox = (): Inbox => {
  const waiting = new Map<number, { readonly message: PieceMessage; readonly worker: number }[]>();
  let failure: { readonly cause: unknown } | undefined;
  let wake = (): void => undefined;
  return {
    put: (message, worker) => {
      const queue = waiting.get(message.piece) ?? [];
      queue.push({ message, worker });
      waiting.set(message.piece, queue);
      wake();
    },
    fail: (cause) => {
      failure ??= { cause };
      wake();
    },
    next: async (piece) => {
      for (;;) {
        const queue = waiting.get(piece);
        const found = queue?.shift();
        if (found?.message.end !== undefined) waiting.delete(piece);
        if (found !== undefined) return found;
        if (failure !== undefined) throw failure.cause;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
};

/**
 * Scores a file by pieces in worker threads, and hands the results over in the order of its lines.
 *
 * @throws ScoringError when the plan runs functions of the host
 */
export const scoreInWorkers = async (
  plan: Plan,
  options: WorkerOptions,
  { write, input, tally }: PieceSink,
): Promise<void> => {
  refuseHostKinds(plan);
  const { put, fail, next } = inbox();
  const jobs = jobsFor(plan, options);
  const threads = jobs.map((job) => {
    const thread = new Worker(options.workerFile ?? defaultWorkerFile(), {
      workerData: job,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    thread.on('message', (message: PieceMessage) => {
      put(message, job.worker);
    });
    thread.on('error', fail);
    thread.on('messageerror', fail);
    thread.on('exit', (code) => {
      if (code !== 0) fail(new ScoringError(`a worker ended with code ${code}`));
    });
    return thread;
  });
  try {
    const pieces = piecesOf(options.file.bytes, options.pieceBytes);
    for (let piece = 0; piece < pieces; ) {
      const { message, worker } = await next(piece);
      const job = jobs[worker];
      if (job === undefined) continue;
      const { block } = message;
      const bytes = 'from' in block ? job.slots.subarray(block.from, block.to) : block;
      if (bytes.length > 0) await write(bytes);
      Atomics.sub(job.control, 1 + worker, 1);
      Atomics.notify(job.control, 1 + worker);
      if (message.end === undefined) continue;
      input.add(message.end.digest);
      addTally(tally, message.end.counts);
      piece += 1;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
};
