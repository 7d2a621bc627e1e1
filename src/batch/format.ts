import { SCORING_VERSION } from '../audit/record.js';
import type { Cohort } from '../evaluate/cohort.js';
import type { Status } from '../evaluate/scorecard.js';
import type { Plan } from '../plan/plan.js';

/** The name of the format that a batch writes. */
export const BATCH_FORMAT = 'timbang/batch/1';

/** The first line of an output: by which rules its lines were scored. */
export interface BatchHeader {
  readonly format: typeof BATCH_FORMAT;
  /** The scoring version of the library that wrote it. */
  readonly scoring: number;
  readonly policy: { readonly id: string; readonly version: string; readonly digest: string };
  /** The cohort that everybody was compared with, where one was given. */
  readonly cohort?: { readonly digest: string; readonly members: number };
}

/** How many lines there were, and what came of them. */
export interface BatchCounts {
  /** All lines of the input, blank ones included. */
  readonly lines: number;
  readonly scored: number;
  readonly refused: number;
  /** Lines of nothing but spaces, which are passed over. */
  readonly blank: number;
  readonly byStatus: Readonly<Record<Status, number>>;
}

/** The last line of an output, and what a batch came to. */
export interface BatchSummary extends BatchCounts {
  readonly inputBytes: number;
  /** Of the bytes of the input. */
  readonly inputDigest: string;
  /** Of the bytes of the output before this field. */
  readonly outputDigest: string;
}

/** The first line of what `plan` scores. */
export const headerLine = ({ policy, digest }: Plan, cohort: Cohort | undefined): string => {
  const { id, version } = policy;
  const header: BatchHeader = {
    format: BATCH_FORMAT,
    scoring: SCORING_VERSION,
    policy: { id, version, digest },
    ...(cohort === undefined ? {} : { cohort: { digest: cohort.digest, members: cohort.members } }),
  };
  return `${JSON.stringify(header)}\n`;
};

/** The last line, up to its last field. */
export const trailerStart = (
  counts: BatchCounts,
  inputBytes: number,
  inputDigest: string,
): string => {
  const { lines, scored, refused, blank, byStatus } = counts;
  const { final, provisional, void: none } = byStatus;
  const trailer = {
    format: BATCH_FORMAT,
    end: true,
    lines,
    scored,
    refused,
    blank,
    byStatus: { final, provisional, void: none },
    inputBytes,
    inputDigest,
  };
  return JSON.stringify(trailer).slice(0, -1);
};

/** The rest of the last line. */
export const trailerRest = (outputDigest: string): string =>
  `,"outputDigest":${JSON.stringify(outputDigest)}}\n`;
