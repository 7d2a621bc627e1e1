import type { Indicator, Policy } from '../../src/policy/policy.js';
import { adjustmentKinds } from '../../src/adjust/registry.js';
import { indicatorKinds } from '../../src/indicator/registry.js';
import { operators } from '../../src/rule/operators.js';
import { type AnyPolicy, isChild } from './extend.js';

/** Verbs over groups stand in test/groups: they need members and frozen constants. */
const OF_GROUPS = ['cohort', 'rank'];

const VERBS = [...indicatorKinds.keys()].filter((name) => !OF_GROUPS.includes(name));
const ADJUSTMENTS = [...adjustmentKinds.keys()];
const OPERATORS = [...operators.keys(), 'var', 'date', 'number', 'missing', 'missing_some'];
const TAILS = ['when', 'usable', 'adjust', 'limits', 'round', 'per'];
/** Forms of a part that the language gives a meaning of their own. */
const FORMS = [
  'achievement of a range',
  'achievement inside',
  'bands that fall',
  'between days',
  'by class',
  'by class and date',
  'clip at one end',
  'curve extended',
  'curve held',
  'days between',
  'goalposts by logarithms',
  'input by parameter',
  'labels compared',
  'lookup by label and number',
  'lookup exact',
  'lookup from',
  'only of two that exclude each other',
  'panel on a scale that falls',
  'unit on a scale that falls',
];
const OF_CHILDREN = ['extends', 'extends twice', 'fill', 'set', 'set by class', 'set by date'];

/** Every feature that a run of whole policies must come upon. */
export const FEATURES: readonly string[] = [
  ...VERBS.map((name) => `verb ${name}`),
  ...ADJUSTMENTS.map((name) => `adjust ${name}`),
  ...OPERATORS.map((name) => `rule ${name}`),
  ...TAILS.map((name) => `tail ${name}`),
  ...FORMS,
];

/** What a run of policies that extend another must come upon besides. */
export const CHILD_FEATURES: readonly string[] = OF_CHILDREN;

export const verbOf = (indicator: Indicator): string =>
  VERBS.find((key) => Object.hasOwn(indicator, key)) ?? 'none';

/** Every operation in `json`, outermost first. */
function* operationsIn(json: unknown): Generator<readonly [string, readonly unknown[]]> {
  if (typeof json !== 'object' || json === null) return;
  const entries = Object.entries(json);
  const [[name, of] = ['', undefined]] = entries;
  const isVerb = typeof of === 'object' && of !== null && 'of' in of;
  if (entries.length === 1 && OPERATORS.includes(name) && !isVerb)
    yield [name, Array.isArray(of) ? (of as readonly unknown[]) : [of]];
  for (const [, inside] of entries) yield* operationsIn(inside);
}

const isDate = (rule: unknown): boolean =>
  typeof rule === 'object' && rule !== null && 'date' in rule;

const inRules = (policy: Policy): readonly string[] => {
  const { inputs, tables, indicators } = policy;
  const labels: readonly string[] = Object.values(policy.scales ?? {}).flatMap((scale) =>
    'labels' in scale ? scale.labels : [],
  );
  return [...operationsIn({ inputs, tables, indicators })].flatMap(([name, operands]) => {
    const isOrder = ['<', '<=', '>', '>=', 'between'].includes(name);
    const isOfLabels = operands.some((each) => typeof each === 'string' && labels.includes(each));
    return [
      `rule ${name}`,
      ...(isOrder && isOfLabels ? ['labels compared'] : []),
      ...(name === '-' && operands.some(isDate) ? ['days between'] : []),
      ...(name === 'between' && operands.some(isDate) ? ['between days'] : []),
    ];
  });
};

const inVerb = (indicator: Indicator, { scales, indicators }: Policy): readonly string[] => {
  const found: string[] = [];
  const note = (feature: string, holds: boolean): void => {
    if (holds) found.push(feature);
  };
  if ('achievement' in indicator) {
    const { target, better } = indicator.achievement;
    note('achievement of a range', typeof target === 'object' && 'from' in target);
    note('achievement inside', better === 'inside');
  }
  if ('goalposts' in indicator) {
    note('goalposts by logarithms', indicator.goalposts.spacing === 'log');
    note('clip at one end', typeof indicator.goalposts.clip === 'string');
  }
  if ('rate' in indicator) {
    const scale = scales?.[indicator.scale ?? ''];
    note(
      'bands that fall',
      scale !== undefined && 'labels' in scale && scale.labels[0] !== indicator.rate.below,
    );
  }
  if ('only' in indicator) {
    const whens = indicator.only.of.map((name) => JSON.stringify(indicators[name]?.when ?? ''));
    note('only of two that exclude each other', whens[1] === `{"!":[${whens[0] ?? ''}]}`);
  }
  const scale = scales?.[indicator.unit ?? ''];
  note(
    'unit on a scale that falls',
    scale !== undefined && !('labels' in scale) && Number(scale.worst) > Number(scale.best),
  );
  return found;
};

const inEvidence = (policy: Policy): readonly string[] => {
  const found: string[] = [];
  const parameters = Object.entries(policy.parameters ?? {});
  for (const [, { by, since }] of parameters) {
    if (by !== undefined) found.push(since === undefined ? 'by class' : 'by class and date');
  }
  for (const { when } of Object.values(policy.inputs ?? {})) {
    const text = JSON.stringify(when ?? '');
    if (parameters.some(([name]) => text.includes(`"var":"${name}"`)))
      found.push('input by parameter');
  }
  for (const { answers } of Object.values(policy.panels ?? {}))
    if (answers === 'place') found.push('panel on a scale that falls');
  for (const { outside } of Object.values(policy.curves ?? {}))
    if (outside !== undefined) found.push(outside === 'hold' ? 'curve held' : 'curve extended');
  for (const { keys } of Object.values(policy.lookups ?? {})) {
    const matches = keys.flatMap((key) => (typeof key === 'string' ? [] : [key.match]));
    found.push(...matches.map((match) => `lookup ${match}`));
    if (matches.length > 0 && matches.length < keys.length)
      found.push('lookup by label and number');
  }
  return found;
};

/** What occurs in a policy, all of its rules taken together. */
export const featuresOf = (policy: Policy): ReadonlySet<string> =>
  new Set([
    ...inRules(policy),
    ...inEvidence(policy),
    ...Object.values(policy.indicators).flatMap((indicator) => [
      `verb ${verbOf(indicator)}`,
      ...TAILS.filter((tail) => Object.hasOwn(indicator, tail)).map((tail) => `tail ${tail}`),
      ...(indicator.adjust ?? []).flatMap((step) =>
        ADJUSTMENTS.filter((name) => Object.hasOwn(step, name)).map((name) => `adjust ${name}`),
      ),
      ...inVerb(indicator, policy),
    ]),
  ]);

/** What a policy does with those that it extends. */
export const childFeaturesOf = (
  policy: AnyPolicy,
  parents: readonly AnyPolicy[],
): ReadonlySet<string> => {
  const children = [policy, ...parents].filter(isChild);
  const settings = children.flatMap(({ set }) => Object.values(set ?? {}));
  const values = settings.flatMap(({ is, since }) => [is, ...Object.values(since ?? {})]);
  return new Set([
    ...(children.length > 0 ? ['extends'] : []),
    ...(children.length > 1 ? ['extends twice'] : []),
    ...(children.some(({ fill }) => fill !== undefined) ? ['fill'] : []),
    ...(settings.length > 0 ? ['set'] : []),
    ...(settings.some(({ since }) => since !== undefined) ? ['set by date'] : []),
    ...(values.some((value) => typeof value === 'object') ? ['set by class'] : []),
  ]);
};
