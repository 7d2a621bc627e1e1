import type { Evidence } from '../evidence/evidence.js';
import type { Quick } from '../evidence/quick.js';
import { parseEvidence, readerFor, readPlain } from '../evidence/read.js';
import { scannerOf } from '../evidence/scan.js';
import type { Plan } from '../plan/plan.js';
import { ok, type Result } from '../result.js';
import { type EvaluateOptions, score } from './evaluate.js';
import { scoreInDoubles } from './fast.js';
import { checkDocuments, checkPlan } from './misuse.js';
import { outcomeByReferee } from './outcome.js';
import { frozenBySlot } from './read-cohort.js';
import type { Outcome } from './scorecard.js';
import { readingDays } from './settle.js';

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
 *
 * @throws ScoringError when the cohort was frozen by another policy
 */
export const documentScorer = (plan: Plan, options: EvaluateOptions = {}): DocumentScorer => {
  const { fast } = plan.layout;
  const frozen = frozenBySlot(plan, options.cohort);
  const reader = options.cohort === undefined ? readerFor(plan) : undefined;
  const told = (document: unknown): Quick | undefined => {
    try {
      return reader && readPlain(reader, document, (value) => value)?.quick;
    } catch {
      return undefined; // a getter or a proxy threw: the careful door says where
    }
  };
  return (document) => {
    const quick = told(document);
    if (quick !== undefined && reader !== undefined && !('why' in fast)) {
      const outcome = scoreInDoubles(fast, reader, readingDays(quick));
      if (outcome !== undefined) return scored(quick, ok(outcome));
    }
    const evidence = parseEvidence(plan, document);
    if (!evidence.ok) return scored({}, evidence);
    // Where doubles have been asked already, they are not asked again.
    const outcome =
      quick === undefined
        ? score(plan, evidence.value, options)
        : outcomeByReferee(plan, evidence.value, frozen);
    return scored(evidence.value, ok(outcome));
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
    const outcome = scoreInDoubles(fast, reader, undefined);
    if (outcome === undefined) return undefined;
    const { subject } = scanner;
    return subject.to === 0
      ? { outcome: ok(outcome) }
      : { subject: textAt(subject.from, subject.to), outcome: ok(outcome) };
  };
};

const inTurn = function* (
  scorer: DocumentScorer,
  documents: Iterable<unknown>,
): Generator<ScoredDocument, void, void> {
  for (const document of documents) yield scorer(document);
};

/**
 * The outcomes of many subjects, one for each document and in their order; a document that is refused gives its issues
 * and the next one is read.
 *
 * Documents are read one at a time, when the next outcome is asked for. Lines of a file are scored faster from their bytes,
 * by `timbang/batch`.
 * @param documents - `EvidenceDocument`s as parsed values or JSON texts, in an array or whatever else is iterable
 * @returns an iterator of `{ subject?, outcome }`, where `outcome` is what `parseEvidence` and `score` give
 * Issues: those of `parseEvidence`
 * @throws ScoringError when the cohort was frozen by another policy; when it is called, before a document is read
 * @throws TypeError when it is called, for a single text, bytes, what comes asynchronously, and what is no list
 * @example
 * for (const { subject, outcome } of scoreMany(plan, documents)) store(subject, outcome);
 */
export const scoreMany = (
  plan: Plan,
  documents: Iterable<unknown>,
  options: EvaluateOptions = {},
): Generator<ScoredDocument, void, void> => {
  checkPlan(plan);
  checkDocuments(documents);
  return inTurn(documentScorer(plan, options), documents);
};
