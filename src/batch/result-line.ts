import type { ScoredDocument } from '../evaluate/many.js';
import type { Outcome } from '../evaluate/scorecard.js';
import type { Issue } from '../issue.js';
import { makePages } from '../pages.js';
import type { TextBlock } from './block.js';
import type { TakeResult } from './score-line.js';

/** Subjects that JSON writes as they are, as it does every label. */
const PLAIN_TEXT = /^[ !#-[\]-~]*$/;

const textOf = (text: string): string =>
  PLAIN_TEXT.test(text) ? `"${text}"` : JSON.stringify(text);

/** The members of an outcome, as `JSON.stringify` writes them. */
const membersOf = ({ status, score, rating, issues }: Outcome): string => {
  const scored =
    score === undefined
      ? ''
      : `,"score":{"units":${score.units},"places":${score.places},"text":"${score.text}"}`;
  const rated = rating === undefined ? '' : `,"rating":"${rating}"`;
  const said = issues.length === 0 ? '[]' : JSON.stringify(issues);
  return `"status":"${status}"${scored}${rated},"issues":${said}`;
};

/** The line of a document that was refused. */
const refusedLine = (line: number, issues: readonly Issue[]): string =>
  `{"line":${line},"error":{"issues":${JSON.stringify(issues)}}}\n`;

/** Writes the lines of documents that were scored; what most of them end with is kept, for many have the same. */
const scoredLines = (): ((
  line: number,
  document: Pick<ScoredDocument, 'subject'>,
  outcome: Outcome,
) => string) => {
  const known = makePages<{ readonly rating: string | undefined; readonly members: string }>();
  /** INVARIANT: one plan's scores have the same places, so that their units tell them apart. */
  const endOf = (outcome: Outcome): string => {
    const { status, score, rating, issues } = outcome;
    if (status !== 'final' || issues.length > 0 || score === undefined) return membersOf(outcome);
    const found = known.get(score.units);
    if (found !== undefined && found.rating === rating) return found.members;
    const members = membersOf(outcome);
    known.set(score.units, { rating, members });
    return members;
  };
  return (line, { subject }, outcome) => {
    const named = subject === undefined ? '' : `"subject":${textOf(subject)},`;
    return `{"line":${line},${named}${endOf(outcome)}}\n`;
  };
};

/** Writes results into a block, until it is full. */
export const resultsInto = (block: TextBlock): TakeResult => {
  const scoredLine = scoredLines();
  return (line, scored, isAscii) => {
    const { outcome } = scored;
    // Labels are ASCII; sentences need not be.
    if (outcome.ok)
      block.add(
        scoredLine(line, scored, outcome.value),
        isAscii && outcome.value.issues.length === 0,
      );
    else block.add(refusedLine(line, outcome.issues), false);
    return !block.isFull();
  };
};
