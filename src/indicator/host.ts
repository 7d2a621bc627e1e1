import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { Scope } from '../rule/scope.js';
import type { IndicatorKind } from './contract.js';

/** A kind that a host application brings: as the library's own, but reading its body itself. */
export interface HostIndicator<Spec, Node> extends IndicatorKind<Spec, Node> {
  /**
   * The body under the kind's key, checked; undefined after a report (`indicator.host` carries the
   * host's own sentence in both languages as the parameters `id` and `en`).
   */
  readonly read: (body: Json, pointer: Pointer, report: Scope['report']) => Spec | undefined;
}

const unheard: Scope['report'] = () => undefined;

/**
 * A kind of indicator of a host's own, for `compilePolicy(document, { kinds: [kind] })`.
 *
 * Nothing is registered globally. Its `laws` can be tested like those of the library's own.
 *
 * @param kind - the record; its `version` is recorded in audit records and must be raised whenever
 *   the same evidence could give another value
 * @example
 * const double = defineIndicator({ name: 'double', version: 1, ... });
 */
export const defineIndicator = <Spec, Node>(kind: HostIndicator<Spec, Node>): IndicatorKind => {
  const { read } = kind;
  const reading: IndicatorKind<Json, Node> = {
    ...kind,
    reads: (body) => {
      const spec = read(body, '', unheard);
      return spec === undefined ? [] : kind.reads(spec);
    },
    cites: (body) => {
      const spec = read(body, '', unheard);
      return spec === undefined ? [] : (kind.cites?.(spec) ?? []);
    },
    compile: (body, pointer, context) => {
      const spec = read(body, pointer, context.report);
      return spec === undefined ? undefined : kind.compile(spec, pointer, context);
    },
  };
  // The one cast of host kinds: bodies are JSON that the document door scanned, and nodes are those
  // that the kind's own `compile` returned.
  return reading as unknown as IndicatorKind;
};
