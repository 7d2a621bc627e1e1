import type { IssueCode, Params } from '../issue.js';
import type { Pointer } from '../pointer.js';
import type { Slot } from '../slot.js';
import type { Unit } from '../unit.js';

/** What a rule, or a kind, is compiled against: the names it may read and where to report. */
export interface Scope {
  /**
   * The slot that `name` names here, or undefined after the reason was reported at `pointer`: an
   * unknown name, or a column read outside its table.
   */
  readonly resolve: (name: string, pointer: Pointer) => Slot | undefined;
  /** The unit that `text` names, or undefined after a report. */
  readonly unit: (text: string, pointer: Pointer) => Unit | undefined;
  /** Say what is wrong at `pointer`. */
  readonly report: (code: IssueCode, pointer: Pointer, params?: Params) => void;
}
