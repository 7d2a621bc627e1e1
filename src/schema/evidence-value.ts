import { DURATION_EXAMPLES } from '../duration.js';
import type { Text } from '../issue.js';
import type { Json, JsonObject } from '../json.js';
import { exactText, fromDouble } from '../number/decimal.js';
import {
  compare,
  divide,
  equal,
  isInteger,
  ONE,
  type Rational,
  rational,
} from '../number/rational.js';
import type { DurationPlan, InputPlan, MissingPlan, Step } from '../plan/plan.js';
import { unitText } from '../unit.js';
import { bothLanguages, closed, dayForm, DECIMAL_PATTERN, described } from './dialect.js';
import { durationForm } from './duration-form.js';
import { byPolicy, scorecardForm } from './evidence-scorecard.js';
import { evidenceTexts } from './texts/evidence.js';

export const NULL: JsonObject = { type: 'null' };

/** A number as evidence may write it as text. */
const decimalText: JsonObject = { type: 'string', pattern: DECIMAL_PATTERN };

/** `value` as a JSON number that means exactly this; undefined where there is none. */
const asNumber = (value: Rational): number | undefined => {
  const double = Number(exactText(value));
  const read = fromDouble(double);
  return read !== undefined && equal(read, value) ? double : undefined;
};

/** Whole numbers beyond this are no longer told apart by validators that divide doubles. */
const EXACT_IN_DOUBLES: Rational = { n: 10n ** 15n, d: 1n };

/**
 * What a step is as a keyword: only whole steps from a multiple of themselves, for validators divide doubles,
 * in which 0.3 is no multiple of 0.1.
 */
const stepForm = (step: Step, max: Rational): JsonObject => {
  const from = divide(step.from, step.size);
  const isSound =
    isInteger(step.size) &&
    from !== undefined &&
    isInteger(from) &&
    compare(max, EXACT_IN_DOUBLES) < 0;
  if (!isSound) return { type: 'number' };
  const size = asNumber(step.size);
  if (size === undefined || equal(step.size, ONE)) return { type: 'integer' };
  return { type: 'integer', multipleOf: size };
};

type NumberForm = InputPlan['form'] & { readonly is: 'number' };

const numberForm = ({ min, max, step }: NumberForm): JsonObject => {
  const [minimum, maximum] = [asNumber(min), asNumber(max)];
  return {
    ...(step === undefined ? { type: 'number' } : stepForm(step, max)),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
};

/** A number of this form whatever its bounds: also a sum of such numbers. */
export const quantityForm = ({ written }: NumberForm): JsonObject =>
  written === undefined
    ? { anyOf: [{ type: 'number' }, decimalText] }
    : durationForm(written.pattern);

const labelForms = ({ labels }: NumberForm): readonly JsonObject[] =>
  labels === undefined || labels.size === 0 ? [] : [{ type: 'string', enum: [...labels.keys()] }];

/** Every way to give a value of this form, `null` for none; each may stand wherever the value may. */
const waysToGive = (form: InputPlan['form']): readonly JsonObject[] => {
  switch (form.is) {
    case 'number':
      if (form.written !== undefined) return [durationForm(form.written.pattern), NULL];
      return [numberForm(form), decimalText, ...labelForms(form), NULL];
    case 'truth':
      return [{ type: 'boolean' }, NULL];
    case 'label':
      return [{ type: 'string', enum: [...form.labels.names] }, NULL];
    case 'date':
      return [dayForm, NULL];
  }
};

const textOf = (key: string): Text | undefined => evidenceTexts['observation']?.[key];

/** What an observation says beside its value; every observation refers to it. */
export const observationForms = (): Readonly<Record<'at' | 'by' | 'record', JsonObject>> => ({
  at: described(dayForm, textOf('at')),
  by: described({ type: 'string', pattern: '\\S' }, textOf('by')),
  record: described({ type: 'string', pattern: '\\S' }, textOf('record')),
});

/** A value with where it comes from. */
const observed = (value: JsonObject): JsonObject => {
  const beside = Object.keys(observationForms()).map((key) => [key, { $ref: `#/$defs/${key}` }]);
  return closed(
    {
      value: described(value, textOf('value')),
      ...(Object.fromEntries(beside) as Readonly<Record<string, JsonObject>>),
    },
    ['value'],
  );
};

const typesOf = (inputs: readonly InputPlan[]): readonly Json[] => {
  const types = inputs.flatMap(({ form }) => waysToGive(form)).map(({ type }) => type);
  return [...new Set<Json>([...types.filter((type) => type !== undefined), 'null'])];
};

/** The types of every way to give any of `inputs`: all that a row by position can be held to. */
export const cellTypes = (inputs: readonly InputPlan[]): JsonObject => {
  const types = typesOf(inputs);
  return { ...observed({ type: types }), type: [...types, 'object'] };
};

/** The types of what stands in a form by position: answers, and text for its source and rater. */
export const answerTypes = (questions: readonly InputPlan[]): JsonObject => ({
  type: [...new Set<Json>(['string', ...typesOf(questions)])],
});

const MISSING: Readonly<Record<'failed' | 'pending' | 'missing', Text>> = {
  failed: {
    en: 'without it nothing can be said (`fail`)',
    id: 'tanpa ini tidak dapat dinilai (`fail`)',
  },
  pending: {
    en: 'without it the result waits (`pending`)',
    id: 'tanpa ini hasil menunggu (`pending`)',
  },
  missing: {
    en: 'without it, it is left out (`exclude`)',
    id: 'tanpa ini ditinggalkan (`exclude`)',
  },
};

/** What happens without a value. */
export const withoutIt = (missing: MissingPlan): Text =>
  'use' in missing
    ? {
        en: `without it \`${missing.text}\` is used (\`${missing.cite}\`)`,
        id: `tanpa ini dipakai \`${missing.text}\` (\`${missing.cite}\`)`,
      }
    : MISSING[missing.absent];

const rangeText = ({ min, max, step }: NumberForm): Text => {
  const [least, most] = [exactText(min), exactText(max)];
  if (step === undefined) return { en: `${least} to ${most}`, id: `${least} sampai ${most}` };
  const [size, from] = [exactText(step.size), exactText(step.from)];
  return {
    en: `${least} to ${most} in steps of ${size} from ${from}`,
    id: `${least} sampai ${most} dengan langkah ${size} dari ${from}`,
  };
};

const HOUR_SECONDS = rational(3600n);

/** How a duration is written, and how long its days are. */
const writtenText = ({ pattern, daySeconds }: DurationPlan): Text => {
  const example = DURATION_EXAMPLES[pattern];
  const hours = daySeconds && divide(daySeconds, HOUR_SECONDS);
  const day = hours === undefined ? undefined : exactText(hours);
  return {
    en: `written \`${pattern}\` as in \`${example}\`${day === undefined ? '' : `, a day of ${day} hours`}`,
    id: `ditulis \`${pattern}\` seperti \`${example}\`${day === undefined ? '' : `, sehari ${day} jam`}`,
  };
};

/** Texts after one another. */
export const joined = (texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join('; '),
  id: texts.map(({ id }) => id).join('; '),
});

/** What a value is, as far as words say it: its unit, range and steps, and what happens without it. */
const valueText = ({ form, slot, ifMissing, when, scorecard }: InputPlan): Text =>
  joined([
    ...(scorecard === undefined ? [] : [byPolicy(scorecard)]),
    ...(slot.type.is === 'number'
      ? [{ en: `in ${unitText(slot.type.unit)}`, id: `dalam ${unitText(slot.type.unit)}` }]
      : []),
    ...(form.is === 'number' && form.written !== undefined && scorecard === undefined
      ? [writtenText(form.written)]
      : []),
    ...(form.is === 'number' ? [rangeText(form)] : []),
    ...(when === undefined
      ? []
      : [{ en: 'only where its `when` holds', id: 'hanya bila `when`-nya dipenuhi' }]),
    withoutIt(ifMissing),
  ]);

/** The title that the policy gives, as the member `title` of a schema. */
export const titled = (title: Text | undefined): JsonObject =>
  title === undefined ? {} : { title: bothLanguages(title) };

const formWith = (input: InputPlan, ways: readonly JsonObject[]): JsonObject => ({
  ...titled(input.slot.title),
  description: bothLanguages(valueText(input)),
  anyOf: ways,
});

/** The form of the answer to a question. */
export const answerForm = (question: InputPlan): JsonObject =>
  formWith(question, waysToGive(question.form));

/** The form of the value of `input`: bare, observed, or in a scorecard. */
export const valueForm = (input: InputPlan): JsonObject => {
  if (input.scorecard !== undefined) return formWith(input, [scorecardForm(input.scorecard), NULL]);
  const ways = waysToGive(input.form);
  return formWith(input, [...ways, observed({ anyOf: ways })]);
};
