import type { Scorecard } from '../evaluate/scorecard.js';
import { actionSection } from './actions.js';
import { distributionSections } from './distributions.js';
import type { Explanation, Language } from './explanation.js';
import { adjustmentSection, indicatorSection, limitSection } from './indicators.js';
import { issueSection } from './issues.js';
import { layOut } from './lay-out.js';
import { outcomeSection } from './outcome.js';
import { shortfallSection } from './shortfall.js';
import { cardOf } from './value.js';

/** In which language something is explained. */
export interface ExplainOptions {
  readonly language: Language;
}

/**
 * A scorecard in words, for the person appraised and for an auditor: what came out and why, where
 * every point went, what each indicator gave.
 *
 * Nothing outside the scorecard is read. Both languages name the same numbers; the amounts lost add up
 * exactly to baseline − score, and the text says so.
 * @returns an explanation of any scorecard
 * @example
 * console.log(explain(scorecard, { language: 'id' }).text);
 */
export const explain = (scorecard: Scorecard, { language }: ExplainOptions): Explanation => {
  const card = cardOf(scorecard, language);
  return layOut(language, scorecard.policy.title[language], [
    outcomeSection(card),
    shortfallSection(card),
    adjustmentSection(card),
    limitSection(card),
    actionSection(card),
    indicatorSection(card),
    ...distributionSections(card),
    issueSection(scorecard.issues, language),
  ]);
};
