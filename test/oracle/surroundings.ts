import type { RoundingMode } from '../../src/number/round.js';
import type { Named } from './names.js';
import type { CurveSpec, LookupSpec } from './specs.js';
import type { Tape } from './tape.js';

/** What indicators are drawn from, and where their curves and lookups go. */
export interface Surroundings {
  readonly tape: Tape;
  readonly names: readonly Named[];
  /** Tables and panels that have rows. */
  readonly tables: readonly string[];
  readonly rowUnits: Readonly<Record<string, string>>;
  /** How often, in a hundred, a number may be a slot. */
  readonly slots: number;
  /** A prefix of the curves and lookups that are fresh. */
  readonly prefix: string;
  readonly curves: Record<string, CurveSpec>;
  readonly lookups: Record<string, LookupSpec>;
}

export const MODES: readonly RoundingMode[] = [
  'half-up',
  'half-even',
  'half-down',
  'up',
  'down',
  'ceiling',
  'floor',
];
