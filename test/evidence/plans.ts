import {
  compilePolicy,
  evaluate,
  parseEvidence,
  type Plan,
  type Scorecard,
  unwrap,
} from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';

/** A policy around these parts; its score is the indicator `score`. */
const policyWith = (parts: JsonObject): JsonObject => ({
  timbang: 1,
  id: 'uji/bukti',
  version: '1.0.0',
  title: { id: 'uji', en: 'test' },
  effective: { from: '2026-01-01' },
  result: { score: 'score', baseline: 0 },
  ...parts,
});

/** The plan of a policy around these parts. */
export const planWith = (parts: JsonObject): Plan => unwrap(compilePolicy(policyWith(parts)));

/** The codes and places of what a policy around these parts is told, refused or not. */
export const toldOf = (parts: JsonObject): readonly string[] => {
  const compiled = compilePolicy(policyWith(parts));
  const issues = compiled.ok ? compiled.value.warnings : compiled.issues;
  return issues.map(({ code, pointer }) => `${code} ${pointer}`);
};

/** The codes and places for which evidence is refused; empty when it is not. */
export const refusedFor = (plan: Plan, document: Json): readonly string[] => {
  const read = parseEvidence(plan, document);
  return read.ok ? [] : read.issues.map(({ code, pointer }) => `${code} ${pointer}`);
};

/** The scorecard of evidence that is read. */
export const scorecardOf = (plan: Plan, document: Json): Scorecard =>
  evaluate(plan, unwrap(parseEvidence(plan, document)));

/** The exact value of a single indicator, a label or truth, or the word of its absence. */
export const valueOf = (scorecard: Scorecard, name: string): string => {
  const value = scorecard.indicators.find((each) => each.name === name)?.value;
  if (value === undefined || !('is' in value)) throw new TypeError(`no single value \`${name}\``);
  switch (value.is) {
    case 'number':
      return typeof value.exact === 'string' ? value.exact : value.text;
    case 'label':
      return value.label;
    case 'truth':
      return String(value.truth);
    case 'date':
      return value.date;
    default:
      return value.is;
  }
};

/** A rounding that shows a value and changes none. */
export const SHOWN: JsonObject = { places: 2, mode: 'half-up', for: 'show' };
