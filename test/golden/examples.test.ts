import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';
import { runPolicyTests } from '../../src/evaluate/policy-tests.js';
import { add, rational, subtract, ZERO } from '../../src/number/rational.js';
import { exactText, readNumber } from '../../src/number/decimal.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const examples = '../../examples/';
const number = (text = '') => readNumber(text) ?? rational(0n);

/** Worked out by hand from the policy, apart from this library. */
const unit = [
  { subject: 'rekaan-01', status: 'final', score: '100.00', rating: 'baik' },
  { subject: 'rekaan-02', status: 'final', score: '91.06', rating: 'baik' },
  { subject: 'rekaan-03', status: 'provisional', score: '96.37', rating: 'baik' },
  { subject: 'rekaan-04', status: 'final', score: '96.65', rating: 'kurang' },
  { subject: 'rekaan-05', status: 'final', score: '115.31', rating: 'baik' },
];

describe('policies that carry tests', () => {
  it.each([`${examples}language.jsonc`, `${examples}sabang/policy.json`, 'pp46/policy.json'])(
    '%s: compiles without a warning, and its own tests hold',
    (path) => {
      const plan = unwrap(compilePolicy(read(path)));
      expect(plan.warnings).toEqual([]);
      const { passed, cases } = runPolicyTests(plan);
      expect(cases.flatMap(({ differences }) => differences)).toEqual([]);
      expect(passed).toBe(plan.policy.tests?.length);
    },
  );
});

describe('the invented unit of Sabang', () => {
  const plan = unwrap(compilePolicy(read(`${examples}sabang/policy.json`)));
  const folder = `${examples}sabang/evidence/`;

  it('every evidence in the folder is of a person listed here', () => {
    const files = readdirSync(new URL(folder, import.meta.url)).filter((name) =>
      name.endsWith('.json'),
    );
    expect(files.sort()).toEqual(unit.map(({ subject }) => `${subject}.json`));
  });

  it.each(unit)('$subject: $score, $rating, $status', (person) => {
    const card = evaluate(
      plan,
      unwrap(parseEvidence(plan, read(`${folder}${person.subject}.json`))),
    );
    const { subject, status, score, rating } = card;
    expect({ subject, status, score: score?.text, rating }).toEqual(person);
  });

  it.each(unit)('$subject: the reasons add up to the points lost', ({ subject }) => {
    const card = evaluate(plan, unwrap(parseEvidence(plan, read(`${folder}${subject}.json`))));
    const lost = subtract(number(card.baseline), number(card.score?.text));
    const sum = card.reasons.reduce((total, { amount }) => add(total, number(amount)), ZERO);
    expect(exactText(sum)).toBe(exactText(lost));
  });
});
