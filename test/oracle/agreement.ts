import * as fc from 'fast-check';
import { compared, type Comparison } from './compare.js';
import { whole } from './extend.js';
import { childFeaturesOf, featuresOf, verbOf } from './features.js';
import type { PolicyAndEvidence } from './generate.js';
import { pinnedAgain } from './generate-child.js';
import { minimised } from './minimise.js';
import { ABSENCES } from './value.js';

/** What came up over a run, to see that the generator reaches everything. */
interface Tally {
  readonly statuses: Map<string, number>;
  /** How many policies have a feature. */
  readonly features: Map<string, number>;
  /** How many policies have a value that is there, by its verb. */
  readonly there: Map<string, number>;
  /** How many values were absent, by how. */
  readonly absences: Map<string, number>;
  /** Cases that one of the two does not tell, by which. */
  readonly untold: Map<'too-near' | 'left-open', number>;
  /** Values that one of the two alone sees to be fractions. */
  byLibrary: number;
  byOracle: number;
}

const bump = <Key extends string>(map: Map<Key, number>, key: Key): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

const count = (tally: Tally, each: PolicyAndEvidence, comparison: Comparison): void => {
  if (comparison.is === 'too-near' || comparison.is === 'left-open')
    bump(tally.untold, comparison.is);
  if (comparison.is !== 'equal') return;
  const { policy, parents = [] } = each;
  const { outcome } = comparison;
  tally.byLibrary += comparison.byLibrary;
  tally.byOracle += comparison.byOracle;
  bump(tally.statuses, outcome.status);
  const merged = whole(policy, parents);
  for (const feature of featuresOf(merged)) bump(tally.features, feature);
  for (const feature of childFeaturesOf(policy, parents)) bump(tally.features, feature);
  const verbs = new Set<string>();
  for (const [name, indicator] of Object.entries(merged.indicators)) {
    for (const text of [outcome.values[name] ?? []].flat()) {
      const how = ABSENCES.find((absence) => absence === text);
      if (how === undefined) verbs.add(verbOf(indicator));
      else bump(tally.absences, how);
    }
  }
  for (const verb of verbs) bump(tally.there, verb);
};

/** A first difference without its names and numbers, so that a smaller document is still of the same kind. */
const kindOf = (comparison: Comparison): string => {
  switch (comparison.is) {
    case 'refused':
      return `refused: ${comparison.issues.find(({ severity }) => severity === 'error')?.code ?? ''}`;
    case 'threw':
      return comparison.error.replace(/`[^`]*`/g, '`...`');
    case 'different': {
      const [first] = comparison.differences.filter((text) => !/^(evaluate|score): /.test(text));
      const text = first?.replace(/^[a-z0-9-]+: /, '') ?? comparison.differences[0] ?? '';
      return text.replace(/[-\d./]+/g, '0');
    }
    default:
      return comparison.is;
  }
};

const again = (each: PolicyAndEvidence): PolicyAndEvidence =>
  each.parents === undefined ? each : { ...each, ...pinnedAgain(each.policy, each.parents) };

/** A case of the same difference that nothing can be left out of, to pin as a row. */
const explained = (failing: PolicyAndEvidence, kind: string): string => {
  const least = again(
    minimised(failing, (candidate) => {
      try {
        return kindOf(compared(again(candidate))) === kind;
      } catch {
        return false;
      }
    }),
  );
  const comparison = compared(least);
  const told =
    comparison.is === 'different'
      ? comparison.differences
      : comparison.is === 'refused'
        ? comparison.issues.map(({ code, pointer }) => `${code} ${pointer}`)
        : [kind];
  return [
    ...told,
    JSON.stringify(least.policy),
    JSON.stringify(least.evidence),
    ...(least.parents ?? []).map((parent) => JSON.stringify(parent)),
  ].join('\n');
};

/** So many kinds of difference are explained; the rest are counted. */
const EXPLAINED = 4;

/** Every case is run, and what differs is cut down afterwards: the tapes shrink badly. */
export const agreement = (
  cases: fc.Arbitrary<PolicyAndEvidence>,
  numRuns: number,
): { readonly tally: Tally; readonly differences: readonly string[] } => {
  const tally: Tally = {
    statuses: new Map(),
    features: new Map(),
    there: new Map(),
    absences: new Map(),
    untold: new Map(),
    byLibrary: 0,
    byOracle: 0,
  };
  const kinds = new Map<string, { readonly first: PolicyAndEvidence; readonly count: number }>();
  fc.assert(
    fc.property(cases, (each) => {
      const comparison = compared(each);
      count(tally, each, comparison);
      if (['equal', 'too-near', 'left-open'].includes(comparison.is)) return;
      const kind = kindOf(comparison);
      const before = kinds.get(kind);
      kinds.set(kind, { first: before?.first ?? each, count: (before?.count ?? 0) + 1 });
    }),
    { numRuns },
  );
  const differences = [...kinds].map(([kind, { first, count }], at) =>
    at < EXPLAINED ? `${count} times ${explained(first, kind)}` : `${count} times ${kind}`,
  );
  return { tally, differences };
};

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([name, n]) => `${name} ${n}`)
    .sort()
    .join(', ');

export const summaryOf = (tally: Tally): string =>
  [
    `outcomes: ${listed(tally.statuses)}; not told: ${listed(tally.untold)}; seen to be fractions ` +
      `by the library alone: ${tally.byLibrary}, by the oracle alone: ${tally.byOracle}`,
    `absent: ${listed(tally.absences)}`,
    `policies with a value of a verb: ${listed(tally.there)}`,
    `policies with: ${listed(tally.features)}`,
  ].join('\n');
