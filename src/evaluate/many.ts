import type { Evidence } from '../evidence/evidence.js';
import { parsePlain } from '../evidence/plain.js';
import { readQuickly } from '../evidence/quick.js';
import { parseEvidence, readerFor } from '../evidence/read.js';
import { scannerOf } from '../evidence/scan.js';
import type { Plan } from '../plan/plan.js';
import { ok, type Result } from '../result.js';
import { type EvaluateOptions, score } from './evaluate.js';
import { scoreInDoubles } from './fast.js';
import type { Outcome } from './scorecard.js';

/** What came of one document: who it tells of, where it says so, and the outcome or why it was refused. */
export interface ScoredDocument {
  readonly subject?: string;
  readonly outcome: Result<Outcome>;
}

/** Scores documents one after another. */
type DocumentScorer = (document: unknown) => ScoredDocument;

const scored = (
  { subject }: Pick<Evidence, 'subject'>,
  outcome: Result<Outcome>,
): ScoredDocument => (subject === undefined ? { outcome } : { subject, outcome });

/**
 * A function from documents to outcomes: what `parseEvidence` and `score` give one after the other, without evidence in
 * between where the document is plain.
 */
export const documentScorer = (plan: Plan, options: EvaluateOptions = {}): DocumentScorer => {
  const { fast } = plan.layout;
  const reader = options.cohort === undefined ? readerFor(plan) : undefined;
  const quickly = (document: unknown): ScoredDocument | undefined => {
    if (reader === undefined || 'why' in fast) return undefined;
    const parsed = typeof document === 'string' ? parsePlain(document) : undefined;
    const quick = readQuickly(reader, parsed === undefined ? document : parsed.json);
    if (quick === undefined || (parsed !== undefined && parsed.keys !== quick.keys))
      return undefined;
    const { asOf, dates } = quick;
    const days = asOf === undefined ? dates : { first: asOf, last: asOf };
    const outcome = scoreInDoubles(fast, reader, { days });
    return outcome && scored(quick, ok(outcome));
  };
  const quicklyOrNot = (document: unknown): ScoredDocument | undefined => {
    try {
      return quickly(document);
    } catch {
      return undefined; // a getter or a proxy threw: the careful door says where
    }
  };
  return (document) => {
    const quick = quicklyOrNot(document);
    if (quick !== undefined) return quick;
    const evidence = parseEvidence(plan, document);
    if (!evidence.ok) return scored({}, evidence);
    return scored(evidence.value, ok(score(plan, evidence.value, options)));
  };
};

/** After so many documents that are not in the common form, one in so many is tried. */
const PATIENCE = 16;

/** Where a document stands in some bytes. */
interface DocumentBytes {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** The ASCII that stands there. */
  readonly textAt: (from: number, to: number) => string;
}

/**
 * A function from the bytes of a document in the common form to what `documentScorer` gives for its text; undefined for
 * any other, and where exact arithmetic has the word.
 */
export const byteScorer = (
  plan: Plan,
  options: EvaluateOptions = {},
): ((document: DocumentBytes) => ScoredDocument | undefined) => {
  const { fast } = plan.layout;
  const reader = options.cohort === undefined ? readerFor(plan) : undefined;
  const scanner = reader && scannerOf(reader);
  if (reader === undefined || scanner === undefined || 'why' in fast) return () => undefined;
  let missed = 0;
  return ({ bytes, from, to, textAt }) => {
    // Documents of another form mostly come one after another: then few of them are tried.
    if (missed >= PATIENCE && missed % PATIENCE !== 0) {
      missed += 1;
      return undefined;
    }
    missed = scanner.scan(bytes, from, to) ? 0 : missed + 1;
    if (missed > 0) return undefined;
    const outcome = scoreInDoubles(fast, reader, {});
    if (outcome === undefined) return undefined;
    const named = scanner.subject();
    return named === undefined
      ? { outcome: ok(outcome) }
      : { subject: textAt(named.from, named.to), outcome: ok(outcome) };
  };
};

/**
 * The outcomes of many subjects, one for each document and in their order; a document that is refused gives its issues
 * and the next one is read.
 *
 * Documents are read one at a time, when the next outcome is asked for.
 * @param documents - `EvidenceDocument`s as parsed values or JSON texts
 * @returns an iterator of `{ subject?, outcome }`, where `outcome` is what `parseEvidence` and `score` give
 * Issues: those of `parseEvidence`
 * @throws ScoringError when the cohort was frozen by another policy
 * @example
 * for (const { subject, outcome } of scoreMany(plan, documents)) store(subject, outcome);
 */
export function* scoreMany(
  plan: Plan,
  documents: Iterable<unknown>,
  options: EvaluateOptions = {},
): Generator<ScoredDocument, void, void> {
  const scorer = documentScorer(plan, options);
  for (const document of documents) yield scorer(document);
}
