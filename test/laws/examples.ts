import type { IndicatorKind, KindExample } from '../../src/indicator/contract.js';
import { indicatorExamples } from '../../src/indicator/examples.js';

/** The examples of a kind of the library; none for a host's. */
export const examplesOf = (kind: Pick<IndicatorKind, 'name'> | undefined): readonly KindExample[] =>
  indicatorExamples.get(kind?.name ?? '') ?? [];
