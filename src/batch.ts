/**
 * Scores files and streams of NDJSON, block by block and in order; for Node alone.
 */
export type { ByteSource } from './batch/bytes.js';
export type { BatchCounts, BatchHeader, BatchSummary } from './batch/format.js';
export type { BatchOptions } from './batch/options.js';
export { scoreEach, type ScoredLine } from './batch/score-each.js';
export { type FileBatch, scoreFile } from './batch/score-file.js';
export { scoreLines } from './batch/score-lines.js';
export {
  type VerifiedOutput,
  verifyOutput,
  type VerifyOutputOptions,
} from './batch/verify-output.js';
