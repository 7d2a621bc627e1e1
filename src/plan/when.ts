import { pointerTo } from '../pointer.js';
import { compileCondition } from '../rule/compile.js';
import { namesIn } from '../rule/names.js';
import type { Term } from '../rule/term.js';
import type { Contexts } from './context.js';
import type { DeclaredInput } from './declare-inputs.js';
import type { Symbols } from './symbols.js';

/** Names that an input's `when` may read: inputs, columns and parameters without one of their own. */
export const plainNames = ({ inputs, tables, parameters }: Symbols): ReadonlySet<string> =>
  new Set([
    ...[...inputs, ...tables.flatMap((table) => table.columns)]
      .filter((each) => each.spec.when === undefined)
      .map((each) => each.slot.name),
    ...parameters.map((each) => each.name),
  ]);

/**
 * The rule that says when an input applies. It may read inputs, columns of the same row and
 * parameters, none of which has a `when` of its own, so that the order of reading does not matter.
 *
 * Issues: `input.when_chain`, those of rules
 */
export const compileWhen = (
  input: DeclaredInput,
  symbols: Symbols,
  plain: () => ReadonlySet<string>,
  contexts: Contexts,
): Term | undefined => {
  const { spec, slot } = input;
  if (spec.when === undefined) return undefined;
  const pointer = pointerTo(slot.pointer, 'when');
  const context = contexts.context(undefined, slot.table);
  const chained = namesIn(spec.when).filter(
    (name) => symbols.names.has(name) && !plain().has(name),
  );
  for (const name of chained) context.report('input.when_chain', pointer, { name });
  return chained.length === 0 ? compileCondition(spec.when, pointer, context) : undefined;
};
