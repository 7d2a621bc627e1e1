import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { Action, IndicatorResult, Scorecard } from '../../src/evaluate/scorecard.js';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';
import type { Plan } from '../../src/plan/plan.js';
import { issue } from '../../src/catalogue.js';
import { policyAndEvidence } from '../oracle/generate.js';
import { evidenceFor, GAPS, WHOLE } from '../properties/evidence.js';

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The worked example of the policy language. */
export const example: Plan = unwrap(compilePolicy(read('examples/language.jsonc')));

/** The larger example, with titles in both languages. */
export const sabang: Plan = unwrap(compilePolicy(read('examples/sabang/policy.json')));

export const scored = (plan: Plan, evidence: unknown): Scorecard =>
  evaluate(plan, unwrap(parseEvidence(plan, evidence)));

/** One of the five invented people of the larger example. */
export const invented = (number: 1 | 2 | 3 | 4 | 5): Scorecard =>
  scored(sabang, read(`examples/sabang/evidence/rekaan-0${number}.json`));

/** Scorecards of the examples on drawn evidence, with gaps. */
export const exampleScorecards: fc.Arbitrary<Scorecard> = fc.oneof(
  evidenceFor(example.policy, GAPS).map((evidence) => scored(example, evidence)),
  evidenceFor(sabang.policy, GAPS).map((evidence) => scored(sabang, evidence)),
);

/** The same on evidence without gaps, so that there is a score. */
export const wholeScorecards: fc.Arbitrary<Scorecard> = fc.oneof(
  evidenceFor(example.policy, WHOLE).map((evidence) => scored(example, evidence)),
  evidenceFor(sabang.policy, WHOLE).map((evidence) => scored(sabang, evidence)),
);

/** Scorecards of drawn policies. */
export const anyScorecards: fc.Arbitrary<Scorecard> = policyAndEvidence.map(
  ({ policy, evidence }) => scored(unwrap(compilePolicy(policy)), evidence),
);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '1/3', '-2.5', '0.125', '1/0', '?', 'constructor', '\u001b[2J', '1e400'),
);
const both = fc.record({ id: text, en: text });
const exact = fc.oneof(text, fc.record({ atLeast: text, atMost: text }));
const absence = fc.constantFrom(
  'failed' as const,
  'undecided' as const,
  'not-applicable' as const,
  'pending' as const,
  'missing' as const,
);
const pointer = fc.oneof(
  text,
  fc
    .array(fc.oneof(text, fc.constantFrom('tables', 'panels', 'rows', '3', 'sources', 'values')))
    .map((keys) => keys.map((key) => `/${key}`).join('')),
);
const value = fc.oneof(
  fc.record({ is: fc.constant('number' as const), exact, text }),
  fc.record({ is: fc.constant('label' as const), label: text }),
  fc.record({ is: fc.constant('truth' as const), truth: fc.boolean() }),
  fc.record({ is: fc.constant('date' as const), date: text }),
  fc.record({ is: absence, cause: pointer, code: text }),
);
const row = fc.nat({ max: 400 });
const adjustment = fc.record(
  {
    id: text,
    kind: text,
    pointer,
    amount: exact,
    atMost: exact,
    change: exact,
    reason: both,
    cite: text,
  },
  { requiredKeys: ['id', 'kind', 'pointer', 'amount', 'change'] },
);
const limit = fc.record(
  { id: text, pointer, from: text, to: text, reason: both, cite: text },
  { requiredKeys: ['id', 'pointer', 'from', 'to'] },
);
const indicator: fc.Arbitrary<IndicatorResult> = fc.record(
  {
    name: text,
    title: both,
    pointer,
    rule: both,
    unit: text,
    value: fc.oneof(value, fc.array(value)),
    coverage: text,
    provenance: text,
    weights: fc.dictionary(text, text),
    chose: text,
    adjustments: fc.array(adjustment),
    limits: fc.array(limit),
  },
  { requiredKeys: ['name', 'pointer', 'rule', 'value', 'coverage', 'provenance'] },
);

const action: fc.Arbitrary<Action> = fc.record(
  {
    id: text,
    kind: fc.constantFrom('feedback', 'training', 'warning'),
    pointer,
    open: value,
    text: both,
    about: fc.record(
      { name: text, pointer, title: both, value, chose: text },
      { requiredKeys: ['name', 'pointer', 'value'] },
    ),
    reason: fc.record({ rule: both, read: fc.array(fc.record({ name: text, value })) }),
    ladder: fc.record({ name: text, rung: fc.nat() }),
    cite: text,
  },
  { requiredKeys: ['id', 'kind', 'pointer', 'text', 'reason'] },
);

/** Anything that has the form of a scorecard, whatever its texts say. */
export const wildScorecards = fc.record(
  {
    format: fc.constant('timbang/scorecard/1' as const),
    status: fc.constantFrom('final' as const, 'provisional' as const, 'void' as const),
    score: fc.record({ units: fc.integer(), places: fc.nat({ max: 15 }), text }),
    rating: text,
    actions: fc.array(action),
    issues: fc.array(
      fc
        .tuple(
          fc.constantFrom('evidence.missing', 'score.no_value', 'evidence.parameter_changes'),
          pointer,
          fc.dictionary(fc.constantFrom('name', 'first', 'constructor'), text),
        )
        .map(([code, at, params]) => issue(code as 'evidence.missing', at, params)),
    ),
    policy: fc.record({ id: text, version: text, digest: text, title: both }),
    subject: text,
    result: fc.record({ score: text, rating: text, ratingTitle: both }, { requiredKeys: [] }),
    cites: fc.dictionary(
      text,
      fc.record({ text, support: fc.constantFrom('primary' as const, 'interpretation' as const) }),
    ),
    baseline: text,
    indicators: fc.array(indicator, { maxLength: 5 }),
    reasons: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('shortfall', 'adjustment', 'rounding'),
          pointer,
          name: text,
          row,
          amount: text,
          title: both,
          cite: text,
        },
        { requiredKeys: ['kind', 'pointer', 'name', 'amount'] },
      ),
    ),
    trace: fc.array(
      fc.record(
        {
          pointer,
          name: text,
          row,
          operation: text,
          inputs: fc.array(fc.record({ name: text, value }), { maxLength: 3 }),
          derived: value,
          adjustments: fc.array(adjustment, { maxLength: 3 }),
          limits: fc.array(limit, { maxLength: 3 }),
          value,
          coverage: text,
          provenance: text,
        },
        {
          requiredKeys: [
            'pointer',
            'name',
            'operation',
            'inputs',
            'derived',
            'value',
            'coverage',
            'provenance',
          ],
        },
      ),
      { maxLength: 5 },
    ),
  },
  {
    requiredKeys: [
      'actions',
      'format',
      'status',
      'issues',
      'policy',
      'result',
      'cites',
      'indicators',
      'reasons',
      'trace',
    ],
  },
) as fc.Arbitrary<Scorecard>;
