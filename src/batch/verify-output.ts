import { Buffer } from 'node:buffer';
import { capIssues, issue } from '../catalogue.js';
import { isObject } from '../evidence/object.js';
import type { Issue, IssueCode, Params } from '../issue.js';
import type { Json, JsonObject } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { failure, ok, type Result } from '../result.js';
import { type ByteSource, openBytes } from './bytes.js';
import { piecesDigest } from './digest.js';
import {
  BATCH_FORMAT,
  type BatchHeader,
  type BatchSummary,
  trailerRest,
  trailerStart,
} from './format.js';
import { readLines, textIn } from './lines.js';
import type { InternalSizes } from './options.js';
import { emptyTally } from './tally.js';

/** An output that is whole: by which rules it was scored, and what it came to. */
export interface VerifiedOutput {
  readonly header: BatchHeader;
  readonly summary: BatchSummary;
}

/** What may be given beside the output. */
export interface VerifyOutputOptions {
  /** The input that it was made from: its bytes and digest are then compared too. */
  readonly input?: string | URL | ByteSource;
}

/** More issues than this are counted, not listed. */
const MOST_ISSUES = 100;

/** No line that a batch writes is as long. */
const LONGEST_RESULT = 268_435_456;

const BLOCK_BYTES = 1_048_576;

/** What header and trailer begin with, and no result. */
const FRAME = '{"format":"timbang/batch/';

const LAST_FIELD = ',"outputDigest":';

const parsed = (text: string): JsonObject | undefined => {
  try {
    const json = JSON.parse(text) as Json;
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
};

/** The bytes of an input and their digest. */
const measure = async (
  input: string | URL | ByteSource,
  pieceBytes?: number,
): Promise<Pick<BatchSummary, 'inputBytes' | 'inputDigest'>> => {
  const digest = piecesDigest(pieceBytes);
  const buffer = Buffer.allocUnsafe(BLOCK_BYTES);
  const { fill, close } = await openBytes(input);
  try {
    let inputBytes = 0;
    for (;;) {
      const count = await fill(buffer, 0);
      if (count === 0) return { inputBytes, inputDigest: digest.digest() };
      digest.update(buffer.subarray(0, count));
      inputBytes += count;
    }
  } finally {
    await close();
  }
};

/** What is seen of an output, line after line. */
interface Witness {
  /** The next line, with its bytes and whether they end it. @returns whether to go on */
  readonly see: (text: string, raw: Buffer, isEnded: boolean) => boolean;
  readonly settle: () => Result<VerifiedOutput>;
}

const witness = (
  given: Pick<BatchSummary, 'inputBytes' | 'inputDigest'> | undefined,
  pieceBytes?: number,
): Witness => {
  const issues: Issue[] = [];
  const tally = emptyTally();
  const output = piecesDigest(pieceBytes);
  let seen = 0;
  let header: BatchHeader | undefined;
  let summary: BatchSummary | undefined;
  let isOver = false;
  let isCut = false;

  const say = (code: IssueCode, params: Params = {}, pointer: Pointer = ''): void => {
    issues.push(issue(code, pointer, params, { position: { line: seen, column: 1 } }));
  };

  const seeHeader = (text: string): boolean => {
    const found = parsed(text);
    const format = found?.['format'];
    if (found === undefined || typeof format !== 'string' || !text.startsWith(FRAME))
      say('batch.no_header');
    else if (format !== BATCH_FORMAT) say('batch.format', { found: format });
    else header = found as unknown as BatchHeader;
    return header !== undefined;
  };

  const seeResult = (text: string): void => {
    const found = parsed(text);
    const line = found?.['line'];
    const status = found?.['status'];
    const isPlaced = typeof line === 'number' && Number.isSafeInteger(line) && line > tally.lines;
    const isRefused = isObject(found?.['error']);
    const isScored = status === 'final' || status === 'provisional' || status === 'void';
    if (!isPlaced || isRefused === isScored) {
      say('batch.result_form');
      return;
    }
    tally.lines = line;
    if (isRefused) tally.refused += 1;
    if (!isScored) return;
    tally.scored += 1;
    tally.byStatus[status] += 1;
  };

  const differs = (key: string, recorded: Json | undefined, found: number | string): void => {
    if (recorded === found) return;
    const params = { key, recorded: JSON.stringify(recorded ?? null), found };
    say('batch.differs', params, pointerTo('', ...key.split('.')));
  };

  const seeTrailer = (text: string): void => {
    isOver = true;
    const found = parsed(text) ?? {};
    const { byStatus = {}, lines, blank, inputBytes, inputDigest } = found;
    // How many blank lines follow the last result, the output does not show; the digests do.
    if (typeof lines === 'number' && lines > tally.lines) tally.lines = lines;
    tally.blank = tally.lines - tally.scored - tally.refused;
    const { final, provisional, void: none } = isObject(byStatus) ? byStatus : {};
    differs('lines', lines, tally.lines);
    differs('scored', found['scored'], tally.scored);
    differs('refused', found['refused'], tally.refused);
    differs('blank', blank, tally.blank);
    differs('byStatus.final', final, tally.byStatus.final);
    differs('byStatus.provisional', provisional, tally.byStatus.provisional);
    differs('byStatus.void', none, tally.byStatus.void);
    if (given !== undefined) {
      differs('inputBytes', inputBytes, given.inputBytes);
      differs('inputDigest', inputDigest, given.inputDigest);
    }
    const last = text.lastIndexOf(LAST_FIELD);
    output.update(Buffer.from(last < 0 ? text : text.slice(0, last)));
    const outputDigest = output.digest();
    differs('outputDigest', found['outputDigest'], outputDigest);
    if (typeof inputBytes !== 'number' || typeof inputDigest !== 'string') {
      say('batch.result_form');
      return;
    }
    summary = { ...tally, inputBytes, inputDigest, outputDigest };
    const whole = trailerStart(tally, inputBytes, inputDigest) + trailerRest(outputDigest);
    if (issues.length === 0 && whole !== `${text}\n`) say('batch.result_form');
  };

  return {
    see: (text, raw, isEnded) => {
      seen += 1;
      if (isOver) {
        say('batch.after_end');
        return false;
      }
      isCut = !isEnded && (header !== undefined || text.startsWith(FRAME));
      if (isCut) return false;
      if (header === undefined) {
        output.update(raw);
        return seeHeader(text);
      }
      if (text.startsWith(FRAME)) seeTrailer(text);
      else {
        output.update(raw);
        seeResult(text);
      }
      return issues.length <= MOST_ISSUES;
    },
    settle: () => {
      if (isCut || (!isOver && issues.length === 0)) say('batch.truncated');
      if (issues.length === 0 && header !== undefined && summary !== undefined)
        return ok({ header, summary });
      return failure(capIssues(issues, MOST_ISSUES));
    },
  };
};

/** `verifyOutput`, with sizes that tests make small. */
export const verifyOutputBy = async (
  output: string | URL | ByteSource,
  { input }: VerifyOutputOptions = {},
  { blockBytes = BLOCK_BYTES, pieceBytes }: InternalSizes = {},
): Promise<Result<VerifiedOutput>> => {
  const given = input === undefined ? undefined : await measure(input, pieceBytes);
  const { see, settle } = witness(given, pieceBytes);
  const lines = readLines({ blockBytes, longestLine: LONGEST_RESULT });
  const { fill, close } = await openBytes(output);
  try {
    for (let count = -1; count !== 0; ) {
      const { bytes, at } = lines.room();
      count = await fill(bytes, at);
      lines.filled(count);
      if (lines.run((_, line) => see(textIn(line), lines.raw(), lines.isEnded()))) break;
    }
  } finally {
    await close();
  }
  return settle();
};

/**
 * Whether an output is whole and as it was written: its lines are counted again and its digests computed again, so that one
 * which was cut or altered is seen.
 *
 * It does not score again: whoever doubts a result scores the input again, and compares the outputs byte by byte.
 * @param output - what `scoreFile` or `scoreLines` wrote: its path, or its bytes
 * @returns its header and summary, or what is wrong with it, at most 100 issues; `position` is the line of the output
 * Issues: `batch.no_header`, `batch.format`, `batch.truncated`, `batch.after_end`, `batch.result_form`, `batch.differs`
 * @throws Error of the system when the files cannot be read
 * @example
 * const { summary } = unwrap(await verifyOutput('out.ndjson', { input: 'in.ndjson' }));
 */
export const verifyOutput = (
  output: string | URL | ByteSource,
  options: VerifyOutputOptions = {},
): Promise<Result<VerifiedOutput>> => verifyOutputBy(output, options);
