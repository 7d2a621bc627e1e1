import { describe, expect, it } from 'vitest';
import type { AchievementSpec } from '../../src/indicator/achievement.js';
import type { RateSpec } from '../../src/indicator/bands.js';
import type { BestSpec } from '../../src/indicator/best.js';
import type { Case, ChooseSpec, OtherCase } from '../../src/indicator/choose.js';
import type { ComponentsSpec } from '../../src/indicator/components.js';
import type {
  CohortMinMax,
  CohortPercentile,
  CohortRank,
  CohortZ,
} from '../../src/indicator/cohort.js';
import type {
  CohortDeviation,
  CohortMean,
  CohortQuantile,
} from '../../src/indicator/cohort-constant.js';
import type { CurveUse } from '../../src/indicator/curve.js';
import type { GoalpostsSpec } from '../../src/indicator/goalposts.js';
import type { LookupUse } from '../../src/indicator/lookup.js';
import type { MatrixUse } from '../../src/indicator/matrix.js';
import type { CurveSpec, CurveStep } from '../../src/indicator/named-curve.js';
import type { LookupSpec } from '../../src/indicator/named-lookup.js';
import type { MatrixSpec } from '../../src/indicator/named-matrix.js';
import type { OrderedSpec } from '../../src/indicator/ordered.js';
import type { PowerSpec } from '../../src/indicator/power.js';
import type { ProductSpec } from '../../src/indicator/product.js';
import type { RankSpec } from '../../src/indicator/rank.js';
import { indicatorKinds, type IndicatorSpecs } from '../../src/indicator/registry.js';
import type { RowsSpec } from '../../src/indicator/rows.js';
import type { Take } from '../../src/indicator/shared-rows.js';
import type { SlotSpec } from '../../src/indicator/slot.js';
import type { SumSpec } from '../../src/indicator/sum.js';
import type { TrimmedSpec } from '../../src/indicator/trimmed.js';
import type { WeightedSpec } from '../../src/indicator/weights.js';
import { adjustmentKinds, type AdjustmentCommon } from '../../src/adjust/registry.js';
import type { RoundingMode } from '../../src/number/round.js';
import type { FollowUpKind, FollowUpSpec } from '../../src/policy/follow-up.js';
import type {
  ChildPolicy,
  Citation,
  Effective,
  Expectation,
  Extends,
  IndicatorCommon,
  InputSpec,
  LabelScaleSpec,
  Limit,
  NumericScaleSpec,
  PanelSource,
  PanelSpec,
  ParameterSpec,
  Policy,
  PolicyTest,
  Region,
  ResultSpec,
  RoundSpec,
  SetParameter,
  TableSpec,
  UnitSpec,
} from '../../src/policy/policy.js';
import type {
  DistributionLimit,
  DistributionSpec,
  MembersSpec,
  ReadIndicator,
  ReadResult,
  ScorecardSpec,
} from '../../src/policy/groups.js';
import { policySchema } from '../../src/policy/schema.js';
import type { Text } from '../../src/issue.js';
import { type Keys, keysOf, schemaAt, type Way, type Words, wordsOf } from './shape.js';

/** One object of the language: where its schema stands, and the keys of its interface. */
type Row<T> = readonly [name: string, way: Way, keys: Keys<T>];

const row = <T>(name: string, way: Way, keys: Keys<T>): Row<T> => [name, way, keys];

type Input<T extends InputSpec['type']> = Extract<InputSpec, { readonly type: T }>;
type RoundFirst = Extract<RateSpec['gaps'], object>;

const common: Keys<Pick<Input<'date'>, 'title' | 'when' | 'ifMissing' | 'scorecard' | 'cite'>> = {
  title: 'optional',
  when: 'optional',
  ifMissing: 'required',
  scorecard: 'optional',
  cite: 'optional',
};

/** The form of any policy document, whether it extends another or not. */
type Form = Omit<ChildPolicy, 'extends'> & Partial<Pick<Policy, 'extends' | 'result'>>;

const policy = policySchema(indicatorKinds);

describe('the interface of a policy has the keys of its schema, required and optional alike', () => {
  it.each([
    row<Form>('policy', [], {
      $schema: 'optional',
      timbang: 'required',
      id: 'required',
      version: 'required',
      subject: 'optional',
      title: 'required',
      region: 'optional',
      effective: 'required',
      published: 'optional',
      replaces: 'optional',
      extends: 'optional',
      set: 'optional',
      fill: 'optional',
      cites: 'optional',
      units: 'optional',
      scales: 'optional',
      parameters: 'optional',
      inputs: 'optional',
      tables: 'optional',
      panels: 'optional',
      curves: 'optional',
      matrices: 'optional',
      lookups: 'optional',
      indicators: 'optional',
      result: 'optional',
      followUp: 'optional',
      distributions: 'optional',
      tests: 'optional',
    }),
    row<FollowUpSpec>('follow-up', ['followUp', '*'], {
      kind: 'required',
      when: 'required',
      text: 'required',
      about: 'optional',
      ladder: 'optional',
      cite: 'optional',
    }),
    row<NonNullable<FollowUpSpec['ladder']>>('ladder', ['followUp', '*', 'ladder'], {
      name: 'required',
      rung: 'required',
    }),
    row<Text>('title', ['title'], { id: 'required', en: 'required' }),
    row<Region>('region', ['region'], { scheme: 'required', code: 'required', name: 'required' }),
    row<Effective>('effective', ['effective'], { from: 'required', until: 'optional' }),
    row<Citation>('citation', ['cites', '*'], {
      text: 'required',
      support: 'required',
      url: 'optional',
    }),
    row<UnitSpec>('unit', ['units', '*'], { title: 'optional', is: 'optional' }),
    row<NonNullable<UnitSpec['is']>>('multiple', ['units', '*', 'is'], {
      times: 'required',
      of: 'required',
    }),
    row<NumericScaleSpec>('numeric scale', ['scales', '*', 0], {
      worst: 'required',
      full: 'required',
      best: 'required',
      step: 'optional',
      title: 'optional',
    }),
    row<LabelScaleSpec>('label scale', ['scales', '*', 1], {
      labels: 'required',
      titles: 'optional',
      title: 'optional',
    }),
    row<Extends>('extends', ['extends'], {
      policy: 'required',
      version: 'required',
      digest: 'required',
    }),
    row<SetParameter>('set', ['set', '*'], {
      is: 'optional',
      since: 'optional',
      open: 'optional',
      cite: 'required',
    }),
    row<ParameterSpec>('parameter', ['parameters', '*'], {
      by: 'optional',
      is: 'optional',
      since: 'optional',
      unit: 'optional',
      open: 'optional',
      title: 'optional',
      cite: 'optional',
    }),
    row<NonNullable<ParameterSpec['open']>>('open', ['parameters', '*', 'open'], {
      min: 'required',
      max: 'required',
    }),
    row<Input<'decimal'>>('decimal', ['inputs', '*', 0], {
      ...common,
      type: 'required',
      unit: 'required',
      min: 'required',
      max: 'required',
      step: 'optional',
    }),
    row<Input<'integer'>>('integer', ['inputs', '*', 1], {
      ...common,
      type: 'required',
      unit: 'required',
      min: 'required',
      max: 'required',
    }),
    row<Input<'boolean'>>('boolean', ['inputs', '*', 2], { ...common, type: 'required' }),
    row<Input<'label'>>('label', ['inputs', '*', 3], {
      ...common,
      type: 'required',
      labels: 'optional',
      scale: 'optional',
    }),
    row<Input<'date'>>('date', ['inputs', '*', 4], { ...common, type: 'required' }),
    row<Input<'duration'>>('duration', ['inputs', '*', 5], {
      ...common,
      type: 'required',
      pattern: 'required',
      dayHours: 'optional',
      unit: 'required',
      min: 'required',
      max: 'required',
      step: 'optional',
    }),
    row<Extract<InputSpec['ifMissing'], object>>(
      'use instead',
      ['inputs', '*', 0, 'ifMissing', 1],
      {
        use: 'required',
        cite: 'required',
      },
    ),
    row<TableSpec>('table', ['tables', '*'], {
      title: 'optional',
      rowUnit: 'required',
      atMost: 'required',
      ifMissing: 'required',
      row: 'required',
      members: 'optional',
    }),
    row<MembersSpec>('members', ['tables', '*', 'members'], {
      policy: 'required',
      digest: 'required',
      read: 'required',
    }),
    row<ReadResult>('what is read, a result', ['tables', '*', 'members', 'read', '*', 0], {
      result: 'required',
    }),
    row<ReadIndicator>('what is read, a value', ['tables', '*', 'members', 'read', '*', 1], {
      indicator: 'required',
      value: 'optional',
    }),
    row<ScorecardSpec>('scorecard', ['inputs', '*', 0, 'scorecard'], {
      policy: 'required',
      digest: 'required',
      read: 'required',
    }),
    row<DistributionSpec>('distribution', ['distributions', '*'], {
      title: 'optional',
      read: 'required',
      limits: 'optional',
      cite: 'optional',
    }),
    row<DistributionLimit>('limit of a distribution', ['distributions', '*', 'limits', '*'], {
      atMost: 'optional',
      atLeast: 'optional',
      cite: 'optional',
    }),
    row<PanelSpec>('panel', ['panels', '*'], {
      title: 'optional',
      answers: 'required',
      labels: 'optional',
      questions: 'required',
      sources: 'required',
      rowUnit: 'optional',
      atMost: 'optional',
    }),
    row<PanelSource>('source', ['panels', '*', 'sources', '*'], {
      share: 'required',
      take: 'required',
      atLeast: 'required',
      ifFewer: 'required',
      title: 'optional',
      cite: 'optional',
    }),
    row<CurveSpec>('curve', ['curves', '*'], {
      from: 'required',
      to: 'required',
      line: 'optional',
      outside: 'optional',
      steps: 'optional',
      cite: 'optional',
    }),
    row<CurveStep>('step', ['curves', '*', 'steps', '*'], {
      from: 'optional',
      above: 'optional',
      missing: 'optional',
      gives: 'required',
    }),
    row<MatrixSpec>('matrix', ['matrices', '*'], {
      rows: 'required',
      columns: 'required',
      gives: 'required',
      cells: 'required',
      cite: 'optional',
    }),
    row<LookupSpec>('lookup', ['lookups', '*'], {
      keys: 'required',
      unit: 'optional',
      scale: 'optional',
      values: 'required',
      cite: 'optional',
    }),
    row<IndicatorCommon & Partial<IndicatorSpecs>>('indicator', ['indicators', '*'], {
      title: 'optional',
      unit: 'optional',
      scale: 'optional',
      per: 'optional',
      when: 'optional',
      usable: 'optional',
      adjust: 'optional',
      limits: 'optional',
      round: 'optional',
      cite: 'optional',
      achievement: 'optional',
      best: 'optional',
      choose: 'optional',
      cohort: 'optional',
      constant: 'optional',
      curve: 'optional',
      formula: 'optional',
      geometric: 'optional',
      goalposts: 'optional',
      harmonic: 'optional',
      lookup: 'optional',
      matrix: 'optional',
      max: 'optional',
      mean: 'optional',
      median: 'optional',
      min: 'optional',
      only: 'optional',
      ordered: 'optional',
      power: 'optional',
      product: 'optional',
      rank: 'optional',
      rate: 'optional',
      rows: 'optional',
      slot: 'optional',
      sum: 'optional',
      trimmed: 'optional',
    }),
    row<NonNullable<IndicatorCommon['usable']>>('usable', ['indicators', '*', 'usable'], {
      when: 'required',
      reason: 'required',
    }),
    row<AdjustmentCommon & { atMost?: 1; deduct?: 1; add?: 1; cap?: 1; floor?: 1; limit?: 1 }>(
      'adjustment',
      ['indicators', '*', 'adjust', '*'],
      {
        id: 'required',
        when: 'optional',
        reason: 'optional',
        cite: 'optional',
        atMost: 'optional',
        deduct: 'optional',
        add: 'optional',
        cap: 'optional',
        floor: 'optional',
        limit: 'optional',
      },
    ),
    row<Limit>('limit', ['indicators', '*', 'limits', '*'], {
      id: 'required',
      when: 'required',
      atMost: 'optional',
      atLeast: 'optional',
      reason: 'optional',
      cite: 'optional',
    }),
    row<RoundSpec>('round', ['indicators', '*', 'round'], {
      places: 'optional',
      step: 'optional',
      mode: 'required',
      for: 'required',
      cite: 'optional',
    }),
    row<ResultSpec>('result', ['result'], {
      score: 'optional',
      rating: 'optional',
      baseline: 'optional',
    }),
    row<PolicyTest>('test', ['tests', '*'], {
      name: 'required',
      evidence: 'required',
      expect: 'required',
    }),
    row<Expectation>('expectation', ['tests', '*', 'expect'], {
      status: 'optional',
      score: 'optional',
      rating: 'optional',
      indicators: 'optional',
      issues: 'optional',
    }),
  ])('%s', (_name, way, keys) => {
    expect(keysOf(schemaAt(policy, way))).toEqual(keys);
  });

  it('the kinds of adjustment are those of the union', () => {
    expect([...adjustmentKinds.keys()].sort()).toEqual(['add', 'cap', 'deduct', 'floor', 'limit']);
  });
});

describe('the interface of a kind has the keys of its schema', () => {
  const verb = (name: keyof IndicatorSpecs, way: Way = []): Way => [
    'indicators',
    '*',
    name,
    ...way,
  ];
  const weighted: Keys<WeightedSpec> = {
    by: 'optional',
    weights: 'required',
    leaveOut: 'optional',
  };
  const components: Keys<ComponentsSpec> = { of: 'required', leaveOut: 'optional' };

  it.each([
    row<AchievementSpec>('achievement', verb('achievement'), {
      actual: 'required',
      target: 'required',
      better: 'required',
      cap: 'optional',
    }),
    row<ChooseSpec>('choose', verb('choose'), { cases: 'required', else: 'optional' }),
    row<Case>('choose, a case', verb('choose', ['cases', '*']), {
      id: 'required',
      when: 'required',
      gives: 'required',
      cite: 'optional',
    }),
    row<OtherCase>('choose, else', verb('choose', ['else']), {
      id: 'required',
      gives: 'required',
      cite: 'optional',
    }),
    row<CohortZ>('cohort, z', verb('cohort', [0]), {
      read: 'required',
      take: 'required',
      sd: 'required',
    }),
    row<CohortRank>('cohort, rank', verb('cohort', [1]), {
      read: 'required',
      take: 'required',
      better: 'required',
      ties: 'required',
    }),
    row<CohortPercentile>('cohort, percentile', verb('cohort', [2]), {
      read: 'required',
      take: 'required',
      count: 'required',
    }),
    row<CohortMinMax>('cohort, min-max', verb('cohort', [3]), {
      read: 'required',
      take: 'required',
      better: 'required',
      clip: 'required',
    }),
    row<CohortMean>('cohort, mean', verb('cohort', [4]), { read: 'required', take: 'required' }),
    row<CohortDeviation>('cohort, sd', verb('cohort', [5]), {
      read: 'required',
      take: 'required',
      sd: 'required',
    }),
    row<CohortQuantile>('cohort, quantile', verb('cohort', [6]), {
      read: 'required',
      take: 'required',
      at: 'required',
      method: 'required',
    }),
    row<RankSpec>('rank', verb('rank'), { read: 'required', better: 'required', ties: 'required' }),
    row<CurveUse>('curve', verb('curve'), { read: 'required', use: 'required' }),
    row<IndicatorSpecs['geometric']>('geometric', verb('geometric'), weighted),
    row<GoalpostsSpec>('goalposts', verb('goalposts'), {
      read: 'required',
      worst: 'required',
      best: 'required',
      clip: 'required',
      spacing: 'optional',
    }),
    row<MatrixUse>('matrix', verb('matrix'), {
      rows: 'required',
      columns: 'required',
      use: 'required',
    }),
    row<IndicatorSpecs['mean']>('mean', verb('mean'), weighted),
    row<NonNullable<WeightedSpec['leaveOut']>>('mean, leaveOut', verb('mean', ['leaveOut']), {
      atLeast: 'required',
    }),
    row<BestSpec>('best', verb('best'), { ...components, take: 'required' }),
    row<IndicatorSpecs['harmonic']>('harmonic', verb('harmonic'), weighted),
    row<LookupUse>('lookup', verb('lookup'), { read: 'required', use: 'required' }),
    row<IndicatorSpecs['max']>('max', verb('max'), components),
    row<IndicatorSpecs['median']>('median', verb('median'), components),
    row<IndicatorSpecs['min']>('min', verb('min'), components),
    row<NonNullable<ComponentsSpec['leaveOut']>>('min, leaveOut', verb('min', ['leaveOut']), {
      atLeast: 'required',
    }),
    row<OrderedSpec>('ordered', verb('ordered'), { ...components, weights: 'required' }),
    row<PowerSpec>('power', verb('power'), { ...weighted, exponent: 'required' }),
    row<ProductSpec>('product', verb('product'), { of: 'required' }),
    row<RateSpec>('rate', verb('rate'), {
      read: 'required',
      below: 'required',
      from: 'optional',
      above: 'optional',
      guards: 'optional',
      printed: 'optional',
      gaps: 'optional',
    }),
    row<NonNullable<RateSpec['guards']>[string]>('rate, a guard', verb('rate', ['guards', '*']), {
      when: 'required',
      else: 'required',
    }),
    row<RoundFirst>('rate, round-first', verb('rate', ['gaps', 1]), { 'round-first': 'required' }),
    row<RoundFirst['round-first']>('rate, its rounding', verb('rate', ['gaps', 1, 'round-first']), {
      places: 'required',
      mode: 'required',
    }),
    row<RowsSpec>('rows', verb('rows'), {
      of: 'required',
      take: 'required',
      read: 'optional',
      where: 'optional',
      trim: 'optional',
      leaveOut: 'optional',
    }),
    row<SlotSpec>('slot', verb('slot'), { ifEmpty: 'required' }),
    row<SumSpec>('sum', verb('sum'), { coefficients: 'required' }),
    row<TrimmedSpec>('trimmed', verb('trimmed'), { ...components, trim: 'required' }),
  ])('%s', (_name, way, keys) => {
    expect(keysOf(schemaAt(policy, way))).toEqual(keys);
  });

  it('every kind is in the interface of specs', () => {
    const names: Keys<IndicatorSpecs> = {
      achievement: 'required',
      best: 'required',
      choose: 'required',
      cohort: 'required',
      constant: 'required',
      curve: 'required',
      formula: 'required',
      geometric: 'required',
      goalposts: 'required',
      harmonic: 'required',
      lookup: 'required',
      matrix: 'required',
      max: 'required',
      mean: 'required',
      median: 'required',
      min: 'required',
      only: 'required',
      ordered: 'required',
      power: 'required',
      product: 'required',
      rank: 'required',
      rate: 'required',
      rows: 'required',
      slot: 'required',
      sum: 'required',
      trimmed: 'required',
    };
    expect(Object.keys(names).sort()).toEqual([...indicatorKinds.keys()].sort());
  });
});

/** One union of words: where its schema stands, and the words of its type. */
const words = <T extends string>(name: string, way: Way, list: Words<T>) =>
  [name, way, list] as const;

describe('a union of words has the words of its schema', () => {
  const modes: Words<RoundingMode> = {
    'half-up': true,
    'half-down': true,
    'half-even': true,
    up: true,
    down: true,
    ceiling: true,
    floor: true,
  };
  const absences: Words<TableSpec['ifMissing']> = { fail: true, pending: true, exclude: true };

  it.each([
    words<NonNullable<Policy['subject']>>('subject', ['subject'], {
      person: true,
      organisation: true,
    }),
    words<Input<'duration'>['pattern']>('pattern', ['inputs', '*', 5, 'pattern'], {
      'h:mm': true,
      'h:mm:ss': true,
      'm:ss': true,
      'd h': true,
      'd h m': true,
      'h m': true,
      'h m s': true,
      'm s': true,
    }),
    words<Input<'duration'>['unit']>('unit', ['inputs', '*', 5, 'unit'], {
      second: true,
      minute: true,
      hour: true,
    }),
    words<Region['scheme']>('region', ['region', 'scheme'], { bps: true, kemendagri: true }),
    words<Citation['support']>('support', ['cites', '*', 'support'], {
      primary: true,
      official: true,
      unofficial: true,
      implementation: true,
      interpretation: true,
    }),
    words('ifMissing of an input', ['inputs', '*', 0, 'ifMissing', 0], absences),
    words('ifMissing of a table', ['tables', '*', 'ifMissing'], absences),
    words('ifFewer', ['panels', '*', 'sources', '*', 'ifFewer'], absences),
    words<PanelSource['take']>('take of a source', ['panels', '*', 'sources', '*', 'take'], {
      mean: true,
      median: true,
    }),
    words('mode of a rounding', ['indicators', '*', 'round', 'mode'], modes),
    words<RoundSpec['for']>('for', ['indicators', '*', 'round', 'for'], { use: true, show: true }),
    words<AchievementSpec['better']>('better', ['indicators', '*', 'achievement', 'better'], {
      higher: true,
      lower: true,
      inside: true,
    }),
    words<Take>('take of rows', ['indicators', '*', 'rows', 'take'], {
      mean: true,
      sum: true,
      count: true,
      min: true,
      max: true,
      median: true,
      trimmed: true,
      last: true,
      share: true,
    }),
    words<FollowUpKind>('kind of follow-up', ['followUp', '*', 'kind'], {
      feedback: true,
      training: true,
      recognition: true,
      coaching: true,
      warning: true,
      clarification: true,
    }),
    words<RankSpec['better']>('better of a rank', ['indicators', '*', 'rank', 'better'], {
      higher: true,
      lower: true,
    }),
    words<RankSpec['ties']>('ties of a rank', ['indicators', '*', 'rank', 'ties'], {
      min: true,
      dense: true,
      average: true,
    }),
    words<CohortZ['sd']>('sd of z', ['indicators', '*', 'cohort', 0, 'sd'], {
      population: true,
      sample: true,
    }),
    words<CohortMean['take']>('take of a mean', ['indicators', '*', 'cohort', 4, 'take'], {
      mean: true,
      min: true,
      max: true,
    }),
    words<CohortDeviation['sd']>('sd of a cohort', ['indicators', '*', 'cohort', 5, 'sd'], {
      population: true,
      sample: true,
    }),
    words<CohortPercentile['count']>(
      'count of a percentile',
      ['indicators', '*', 'cohort', 2, 'count'],
      { below: true, 'at-or-below': true, middle: true },
    ),
    words<ReadResult['result']>(
      'result that is read',
      ['tables', '*', 'members', 'read', '*', 0, 'result'],
      {
        score: true,
        rating: true,
      },
    ),
    words<NonNullable<ReadIndicator['value']>>(
      'value that is read',
      ['tables', '*', 'members', 'read', '*', 1, 'value'],
      { shown: true, exact: true },
    ),
    words<SlotSpec['ifEmpty']>('ifEmpty', ['indicators', '*', 'slot', 'ifEmpty'], {
      'not-applicable': true,
      missing: true,
    }),
    words<Extract<RateSpec['gaps'], string>>('gaps', ['indicators', '*', 'rate', 'gaps', 0], {
      'lower-edge': true,
      report: true,
    }),
    words<NonNullable<Expectation['status']>>('status', ['tests', '*', 'expect', 'status'], {
      final: true,
      provisional: true,
      void: true,
    }),
    words<NonNullable<CurveSpec['outside']>>('outside', ['curves', '*', 'outside'], {
      hold: true,
      extend: true,
    }),
  ])('%s', (_name, way, list) => {
    expect(wordsOf(schemaAt(policy, way))).toEqual(Object.keys(list).sort());
  });
});
