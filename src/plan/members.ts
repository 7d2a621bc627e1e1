import type { Text } from '../issue.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { MemberRead } from '../policy/groups.js';
import type { InputSpec, TableSpec } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import { nearest } from '../suggest.js';
import type { InputPlan, MembersPlan, ScorecardPlan } from './plan.js';

type Report = Scope['report'];

const WHAT = {
  score: { id: 'nilai, sebuah bilangan', en: 'a score, a number' },
  rating: { id: 'predikat, sebuah label', en: 'a rating, a label' },
  exact: { id: 'nilai tepat, sebuah bilangan', en: 'an exact value, a number' },
} as const satisfies Record<string, Text>;

const NUMBERS: readonly InputSpec['type'][] = ['decimal', 'integer'];

/** What `read` gives, where that can be said without the policy it reads, and the types it fits. */
const fits = (read: MemberRead, type: InputSpec['type']): Text | undefined => {
  if ('result' in read) {
    const isFit = read.result === 'score' ? NUMBERS.includes(type) : type === 'label';
    return isFit ? undefined : WHAT[read.result];
  }
  return read.value === 'exact' && !NUMBERS.includes(type) ? WHAT.exact : undefined;
};

const checkType = (
  read: MemberRead,
  type: InputSpec['type'],
  pointer: Pointer,
  report: Report,
): void => {
  const found = fits(read, type);
  if (found !== undefined) report('member.read_type', pointer, { found, type });
};

/**
 * The scorecard that a single input is read from; nothing where it is given as it is.
 *
 * Issues: `member.single_only`, `member.read_type`
 */
export const scorecardOf = (
  spec: InputSpec,
  place: { readonly pointer: Pointer; readonly table?: number },
  report: Report,
): ScorecardPlan | undefined => {
  const { scorecard } = spec;
  if (scorecard === undefined) return undefined;
  const pointer = pointerTo(place.pointer, 'scorecard');
  if (place.table !== undefined) report('member.single_only', pointer);
  else checkType(scorecard.read, spec.type, pointerTo(pointer, 'read'), report);
  return { ...scorecard, pointer };
};

/**
 * What makes a table one of members; nothing where its rows are given as they are.
 *
 * Issues: `member.columns`, `member.read_type`
 */
export const membersOf = (
  spec: TableSpec,
  columns: readonly Pick<InputPlan, 'key'>[],
  pointer: Pointer,
  report: Report,
): { readonly members?: MembersPlan } => {
  const { members, row } = spec;
  if (members === undefined) return {};
  const at = pointerTo(pointer, 'members');
  const { policy, digest, read } = members;
  const names = Object.keys(row);
  for (const name of Object.keys(read)) {
    if (Object.hasOwn(row, name)) continue;
    report('member.columns', pointerTo(at, 'read', name), { name, ...nearest(name, names) });
  }
  for (const [name, column] of Object.entries(row)) {
    const own = Object.hasOwn(read, name) ? read[name] : undefined;
    if (own === undefined) report('member.columns', pointerTo(pointer, 'row', name), { name });
    else checkType(own, column.type, pointerTo(at, 'read', name), report);
  }
  const reads = columns.flatMap(({ key }) => read[key] ?? []);
  return { members: { policy, digest, pointer: at, reads } };
};
