import { describe, expect, it } from 'vitest';
import { issueCatalogue } from '../../src/catalogue.js';
import type { Issue } from '../../src/issue.js';
import { scanJson } from '../../src/json.js';
import { jsonMessages } from '../../src/message/json.js';
import type { MessageTemplate } from '../../src/message/template.js';
import { readJsonText } from '../../src/policy/text.js';
import type { Result } from '../../src/result.js';

const entries = Object.entries<MessageTemplate>(jsonMessages);
const placeholders = (sentence = ''): readonly string[] =>
  [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

const loop: unknown[] = [];
loop.push(loop);

/** A document for every code. */
const documents: Readonly<Record<keyof typeof jsonMessages, () => Result<unknown>>> = {
  'json.syntax': () => readJsonText('[nul]'),
  'json.expected': () => readJsonText('[1 2]'),
  'json.expected_key': () => readJsonText('{"a": 76,5}'),
  'json.expected_value': () => readJsonText('[,]'),
  'json.unexpected_end': () => readJsonText('['),
  'json.after_end': () => readJsonText('1 2'),
  'json.unclosed': () => readJsonText('["a\n]'),
  'json.escape': () => readJsonText('["\\q"]'),
  'json.control_character': () => readJsonText('["\t"]'),
  'json.number_form': () => readJsonText('[1.]'),
  'json.duplicate_key': () => readJsonText('{"a": 1, "a": 2}'),
  'json.forbidden_key': () => scanJson({ constructor: 1 }),
  'json.number_precision': () => scanJson(1 / 3),
  'json.number_range': () => scanJson(Infinity),
  'json.lone_surrogate': () => scanJson('\ud800'),
  'json.not_json': () => scanJson(1n),
  'json.cycle': () => scanJson(loop),
  'json.too_deep': () => scanJson([[1]], { depth: 1 }),
  'json.too_large': () => scanJson([1], { nodes: 1 }),
  'json.too_many_keys': () => scanJson({ a: 1 }, { keys: 0 }),
  'json.too_long': () => scanJson('a', { textLength: 0 }),
  'json.too_many_issues': () => scanJson(new Array(101).fill(1n)),
};

const issueOf = (code: string, result: Result<unknown>): Issue | undefined =>
  result.ok ? undefined : result.issues.find((each) => each.code === code);

describe('the messages of the door', () => {
  it.each(Object.entries(documents))(
    'of %s are given, with every value filled in',
    (code, make) => {
      const issue = issueOf(code, make());
      expect(issue?.severity).toBe(issueCatalogue[issue?.code ?? 'json.syntax'].severity);
      expect(issue?.code).toBe(code);
      for (const text of [issue?.message, issue?.help]) {
        for (const sentence of [text?.id, text?.en]) {
          expect(sentence ?? '').not.toMatch(/\{\w+\}|undefined|NaN/);
        }
      }
    },
  );

  it.each(entries)('of %s say the same in both languages', (_code, template) => {
    expect(placeholders(template.id)).toEqual(placeholders(template.en));
    expect(placeholders(template.help?.id)).toEqual(placeholders(template.help?.en));
    expect(template.id).not.toBe(template.en);
  });

  it.each(entries)('of %s are lowercase fragments', (_code, template) => {
    for (const sentence of [template.id, template.en, template.help?.id, template.help?.en]) {
      expect(sentence ?? '').not.toMatch(/^[A-Z]|\.$/);
    }
  });
});
