import { adjustmentKinds } from '../adjust/registry.js';
import { isObject } from '../evidence/object.js';
import type { IndicatorKind } from '../indicator/contract.js';
import { indicatorKinds } from '../indicator/registry.js';
import { issue } from '../catalogue.js';
import type { Issue } from '../issue.js';
import type { Json } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Plan } from '../plan/plan.js';

/** The kinds that a policy uses, each with its version, by name. */
export interface KindVersions {
  readonly indicators: Readonly<Record<string, number>>;
  readonly adjustments: Readonly<Record<string, number>>;
}

interface Versioned {
  readonly name: string;
  readonly version: number;
}

const versionsOf = (kinds: readonly Versioned[]): Readonly<Record<string, number>> => {
  const names = [...new Set(kinds.map((kind) => kind.name))].sort();
  const versions = new Map(kinds.map((kind) => [kind.name, kind.version]));
  return Object.fromEntries(names.map((name) => [name, versions.get(name) ?? 0]));
};

/** Every kind of indicator and adjustment that the policy of `plan` uses. */
export const kindsOf = ({ layout }: Plan): KindVersions => ({
  indicators: versionsOf(layout.indicators.map((each) => each.kind)),
  adjustments: versionsOf(
    layout.indicators.flatMap(({ adjust }) => adjust.map((each) => each.kind)),
  ),
});

const checkFamily = (
  recorded: Json,
  known: ReadonlyMap<string, Versioned>,
  pointer: Pointer,
): readonly Issue[] =>
  Object.entries(isObject(recorded) ? recorded : {}).flatMap(([kind, version]) => {
    const at = pointerTo(pointer, kind);
    const own = known.get(kind);
    if (own === undefined) return [issue('record.unknown_kind', at, { kind })];
    if (own.version === version) return [];
    const params = { kind, found: Number(version), expected: own.version };
    return [issue('record.kind_version', at, params)];
  });

/**
 * Whether recomputing can give what was recorded: every kind is here, in the version that was used.
 *
 * Issues: `record.unknown_kind`, `record.kind_version`
 */
export const checkKinds = (
  recorded: { readonly indicators: Json; readonly adjustments: Json },
  hostKinds: readonly IndicatorKind[],
): readonly Issue[] => {
  const known = new Map<string, Versioned>([
    ...indicatorKinds,
    ...hostKinds.map((kind) => [kind.name, kind] as const),
  ]);
  return [
    ...checkFamily(recorded.indicators, known, '/kinds/indicators'),
    ...checkFamily(recorded.adjustments, adjustmentKinds, '/kinds/adjustments'),
  ];
};
