import type { AchievementSpec } from './achievement.js';
import type { ChooseSpec } from './choose.js';
import type { ConstantSpec } from './constant.js';
import type { LibraryKind } from './contract.js';
import type { CurveUse } from './curve.js';
import type { FormulaSpec } from './formula.js';
import type { GeometricSpec } from './geometric.js';
import type { GoalpostsSpec } from './goalposts.js';
import type { BestSpec } from './best.js';
import type { HarmonicSpec } from './harmonic.js';
import type { LookupUse } from './lookup.js';
import type { MaxSpec } from './max.js';
import type { MedianSpec } from './median.js';
import type { OnlySpec } from './only.js';
import type { OrderedSpec } from './ordered.js';
import type { PowerSpec } from './power.js';
import type { ProductSpec } from './product.js';
import type { TrimmedSpec } from './trimmed.js';
import * as kinds from './kinds.js';
import type { MatrixUse } from './matrix.js';
import type { MeanSpec } from './mean.js';
import type { MinSpec } from './min.js';
import type { RateSpec } from './bands.js';
import type { RowsSpec } from './rows.js';
import type { SlotSpec } from './slot.js';
import type { SumSpec } from './sum.js';

/** The body of each verb, by its key in a policy. */
export interface IndicatorSpecs {
  readonly trimmed: TrimmedSpec;
  readonly product: ProductSpec;
  readonly power: PowerSpec;
  readonly only: OnlySpec;
  readonly ordered: OrderedSpec;
  readonly median: MedianSpec;
  readonly max: MaxSpec;
  readonly lookup: LookupUse;
  readonly harmonic: HarmonicSpec;
  readonly best: BestSpec;
  readonly achievement: AchievementSpec;
  readonly choose: ChooseSpec;
  readonly constant: ConstantSpec;
  readonly curve: CurveUse;
  readonly formula: FormulaSpec;
  readonly geometric: GeometricSpec;
  readonly goalposts: GoalpostsSpec;
  readonly matrix: MatrixUse;
  readonly mean: MeanSpec;
  readonly min: MinSpec;
  readonly rate: RateSpec;
  readonly rows: RowsSpec;
  readonly slot: SlotSpec;
  readonly sum: SumSpec;
}

/** Every kind of indicator by its key. */
export const indicatorKinds: ReadonlyMap<string, LibraryKind> = new Map(
  Object.values<LibraryKind>(kinds).map((kind) => [kind.name, kind]),
);
