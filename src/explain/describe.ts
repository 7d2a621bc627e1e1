import type { Text } from '../issue.js';
import type { Plan, PlanCost } from '../plan/plan.js';
import { followUpSection } from './actions.js';
import {
  curveSection,
  lookupSection,
  matrixSection,
  parameterSection,
  scaleSection,
} from './declared.js';
import { describedIndicators } from './described-indicators.js';
import { describedDistributions } from './distributions.js';
import { inputSections } from './described-inputs.js';
import { citeSection, envelopeSection } from './envelope.js';
import type { ExplainOptions } from './explain.js';
import type { Explanation, Language, Section } from './explanation.js';
import { issueSection } from './issues.js';
import { layOut } from './lay-out.js';

const TESTS: Text = { id: 'Uji kebijakan', en: 'Tests of the policy' };
const COST: Text = {
  id: 'Beban satu perhitungan, paling banyak',
  en: 'Cost of one evaluation, at most',
};
const WARNINGS: Text = { id: 'Peringatan', en: 'Warnings' };

const COSTS: Readonly<Record<keyof PlanCost, Text>> = {
  slots: { id: 'tempat nilai', en: 'places that hold a value' },
  indicators: { id: 'indikator', en: 'indicators' },
  derivations: { id: 'nilai yang diturunkan', en: 'values derived' },
  operations: { id: 'operasi aturan', en: 'operations of rules' },
};

const costSection = ({ cost }: Plan, language: Language): Section => ({
  heading: COST[language],
  rows: (['slots', 'indicators', 'derivations', 'operations'] as const).map((key) => ({
    label: COSTS[key][language],
    value: String(cost[key]),
  })),
});

const testSection = ({ policy }: Plan, language: Language): Section => ({
  heading: TESTS[language],
  rows: (policy.tests ?? []).map(({ name }) => ({ label: name })),
});

/**
 * A policy in words, for the officer who answers for it: where it holds and what it rests on, what must
 * be handed in and what happens without it, and every rule in the order of the policy.
 *
 * Everything that a rule says is in the text; a verb of the host's own says what its `describe` says.
 * @example
 * console.log(describe(plan, { language: 'id' }).text);
 */
export const describe = (plan: Plan, { language }: ExplainOptions): Explanation =>
  layOut(language, plan.policy.title[language], [
    envelopeSection(plan, language),
    citeSection(plan, language),
    scaleSection(plan, language),
    parameterSection(plan, language),
    ...inputSections(plan, language),
    curveSection(plan, language),
    matrixSection(plan, language),
    lookupSection(plan, language),
    describedIndicators(plan, language),
    followUpSection(plan, language),
    describedDistributions(plan, language),
    testSection(plan, language),
    costSection(plan, language),
    issueSection(plan.warnings, language, WARNINGS),
  ]);
