import { expect } from 'vitest';
import { evaluate, parseEvidence, score } from '../../src/index.js';
import type { Issue, Plan, Result } from '../../src/index.js';
import { issueCatalogue } from '../../src/catalogue.js';
import { isPlaceIn } from '../properties/document.js';

/** As many issues are given back at most: a hundred, and one that says how many there were. */
const MOST = 101;

/** The placeholders of a sentence of the catalogue. */
const placeholders = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const isText = (text: string): boolean =>
  text.length > 0 &&
  text.length < 1500 &&
  !/undefined|\[object|NaN/.test(text.replace(/`[^`]*`/g, ''));

/** What is wrong with an issue itself, if anything: its code, its sentences, its place in `document`. */
const faultsOf = (issue: Issue, document: unknown): readonly string[] => {
  const { code, message, help, params, pointer } = issue;
  if (!Object.hasOwn(issueCatalogue, code)) return [`no such code: ${code}`];
  const template = issueCatalogue[code];
  const sentences = [template.id, template.en];
  const helps = help === undefined ? [] : [template.help?.id ?? '', template.help?.en ?? ''];
  const open = [...sentences, ...helps]
    .flatMap(placeholders)
    .filter((name) => !Object.hasOwn(params, name));
  return [
    ...open.map((name) => `{${name}} is not filled in`),
    ...[message.id, message.en, ...(help === undefined ? [] : [help.id, help.en])]
      .filter((text) => !isText(text))
      .map((text) => `not a sentence: ${JSON.stringify(text)}`),
    ...(isPlaceIn(document, pointer) ? [] : [`no such place: ${pointer}`]),
  ].map((fault) => `${code} ${pointer}: ${fault}`);
};

/** Refused with reasons that are sound, or not refused; anything else fails the test. */
export const expectTyped = (result: Result<unknown>, document: unknown): void => {
  if (result.ok) return;
  expect(result.issues.length).toBeGreaterThan(0);
  expect(result.issues.length).toBeLessThanOrEqual(MOST);
  expect(result.issues.some(({ severity }) => severity === 'error')).toBe(true);
  expect(result.issues.flatMap((issue) => faultsOf(issue, document))).toEqual([]);
  const told = result.issues.map(({ code, pointer, params }) =>
    JSON.stringify([code, pointer, params]),
  );
  expect(
    told.filter((each, i) => told.indexOf(each) !== i),
    'told twice',
  ).toEqual([]);
};

/** Reads the document as evidence and, where it is some, evaluates it; nothing may throw. */
export const expectEvaluated = (plan: Plan, document: unknown): 'refused' | 'evaluated' => {
  const evidence = parseEvidence(plan, document);
  expectTyped(evidence, document);
  if (!evidence.ok) return 'refused';
  const { status, score: given } = score(plan, evidence.value);
  const scorecard = evaluate(plan, evidence.value);
  expect(scorecard.status).toBe(status);
  expect(scorecard.score).toEqual(given);
  expect(scorecard.issues.length).toBeLessThanOrEqual(201);
  expect(status === 'void').toBe(
    given === undefined && scorecard.rating === undefined && status !== 'provisional',
  );
  return 'evaluated';
};
