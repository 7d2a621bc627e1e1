import type { KindExample } from './contract.js';
import { achievementExamples } from './achievement.js';
import { bestExamples } from './best.js';
import { chooseExamples } from './choose.js';
import { cohortExamples } from './cohort.js';
import { constantExamples } from './constant.js';
import { curveExamples } from './curve.js';
import { formulaExamples } from './formula.js';
import { geometricExamples } from './geometric.js';
import { goalpostsExamples } from './goalposts.js';
import { harmonicExamples } from './harmonic.js';
import { lookupExamples } from './lookup.js';
import { matrixExamples } from './matrix.js';
import { maxExamples } from './max.js';
import { meanExamples } from './mean.js';
import { medianExamples } from './median.js';
import { minExamples } from './min.js';
import { onlyExamples } from './only.js';
import { orderedExamples } from './ordered.js';
import { powerExamples } from './power.js';
import { productExamples } from './product.js';
import { rankExamples } from './rank.js';
import { rateExamples } from './rate.js';
import { rowsExamples } from './rows.js';
import { slotExamples } from './slot.js';
import { sumExamples } from './sum.js';
import { trimmedExamples } from './trimmed.js';

/**
 * The examples of every kind of the library, by its key. Apart from the kinds, so that an application which
 * embeds the library does not carry them.
 */
export const indicatorExamples: ReadonlyMap<string, readonly KindExample[]> = new Map([
  ['achievement', achievementExamples],
  ['best', bestExamples],
  ['choose', chooseExamples],
  ['cohort', cohortExamples],
  ['constant', constantExamples],
  ['curve', curveExamples],
  ['formula', formulaExamples],
  ['geometric', geometricExamples],
  ['goalposts', goalpostsExamples],
  ['harmonic', harmonicExamples],
  ['lookup', lookupExamples],
  ['matrix', matrixExamples],
  ['max', maxExamples],
  ['mean', meanExamples],
  ['median', medianExamples],
  ['min', minExamples],
  ['only', onlyExamples],
  ['ordered', orderedExamples],
  ['power', powerExamples],
  ['product', productExamples],
  ['rank', rankExamples],
  ['rate', rateExamples],
  ['rows', rowsExamples],
  ['slot', slotExamples],
  ['sum', sumExamples],
  ['trimmed', trimmedExamples],
]);
