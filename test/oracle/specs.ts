import type { IndicatorSpecs } from '../../src/indicator/registry.js';
import type { Indicator, IndicatorCommon, Policy } from '../../src/policy/policy.js';

// The parts of a policy, named by where they stand in it.
export type Adjustment = NonNullable<IndicatorCommon['adjust']>[number];
export type CurveSpec = NonNullable<Policy['curves']>[string];
export type ComponentsSpec = IndicatorSpecs['min'];
export type LookupSpec = NonNullable<Policy['lookups']>[string];
export type LookupValues = LookupSpec['values'][string];
export type RateSpec = IndicatorSpecs['rate'];
export type Guard = NonNullable<RateSpec['guards']>[string];
export type PrintedGaps = NonNullable<RateSpec['gaps']>;
export type RowsSpec = IndicatorSpecs['rows'];
export type WeightedSpec = IndicatorSpecs['mean'];
/** The body of any verb. */
export type Verb = Partial<Indicator> & object;
