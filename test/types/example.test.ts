import { expect, it } from 'vitest';
import { language } from '../properties/document.js';
import { example } from './example.js';

it('the example whose types are checked is the one in the examples', () => {
  const { $schema, ...policy } = language;
  expect($schema).toBeDefined();
  expect(example.policy).toEqual(policy);
  expect(example.evidence).toEqual(language.tests?.[0]?.evidence);
});
