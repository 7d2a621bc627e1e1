import type { Text } from '../issue.js';
import type { Json, JsonObject } from '../json.js';
import { readExact } from '../number/decimal.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { InputPlan, MembersPlan, PinnedPlan, ScorecardPlan, TablePlan } from '../plan/plan.js';
import type { MemberRead } from '../policy/groups.js';
import type { Cell } from '../slot.js';
import type { MemberIdentity, TableEvidence } from './evidence.js';
import { isObject, member, refuseUnknown } from './object.js';
import {
  type Findings,
  judgeNumber,
  kindOf,
  MISSING,
  type Read,
  readValue,
  WANTED,
} from './value.js';

/** The name of the format of scorecards that this library writes and reads. */
export const SCORECARD_FORMAT = 'timbang/scorecard/1';

/** Longer numbers would only make arithmetic slow; a mean of sixty quotients has some 700 characters. */
const MOST_CHARACTERS = 2000;

const WORDS = {
  score: { id: 'nilai', en: 'score' },
  rating: { id: 'predikat', en: 'rating' },
  status: {
    id: '`final`, `provisional` atau `void`',
    en: '`final`, `provisional` or `void`',
  },
  scorecards: {
    id: '`scorecards`, larik kartu nilai',
    en: '`scorecards`, an array of scorecards',
  },
  value: { id: 'nilai sebuah kartu nilai', en: 'a value of a scorecard' },
} as const satisfies Record<string, Text>;

/** Where something is read, and where to say what is wrong. */
interface Place {
  readonly pointer: Pointer;
  readonly found: Findings;
}

/** A scorecard of the pinned policy. */
interface Member extends MemberIdentity {
  readonly card: JsonObject;
}

const identityOf = ({ subject, status }: Member): MemberIdentity => ({
  ...(subject === undefined ? {} : { subject }),
  status,
});

const at = (place: Place, ...keys: readonly (string | number)[]): Pointer =>
  pointerTo(place.pointer, ...keys);

const refuse = (
  given: Json | undefined,
  expected: Text,
  pointer: Pointer,
  found: Findings,
): 'bad' => {
  found.say('evidence.type', pointer, { expected, found: kindOf(given ?? null) });
  return 'bad';
};

/** Whether `card` says that the pinned policy made it. */
const isByPolicy = (card: JsonObject, pin: PinnedPlan, place: Place): boolean => {
  const { found } = place;
  const policy = member(card, 'policy');
  const id = isObject(policy) ? member(policy, 'id') : undefined;
  const digest = isObject(policy) ? member(policy, 'digest') : undefined;
  if (typeof id !== 'string' || typeof digest !== 'string') {
    refuse(policy, WANTED.object, at(place, 'policy'), found);
    return false;
  }
  if (id === pin.policy && digest === pin.digest) return true;
  const params = { found: id, digest, expected: pin.policy, pinned: pin.digest };
  found.say('member.policy', at(place, 'policy'), params, pin.pointer);
  return false;
};

/** The scorecard in `given`, or undefined after a report. */
const memberIn = (given: Json, pin: PinnedPlan, place: Place): Member | undefined => {
  const { pointer, found } = place;
  if (!isObject(given)) {
    refuse(given, WANTED.object, pointer, found);
    return undefined;
  }
  if (member(given, 'format') !== SCORECARD_FORMAT) {
    found.say('member.format', at(place, 'format'), { expected: SCORECARD_FORMAT });
    return undefined;
  }
  if (!isByPolicy(given, pin, place)) return undefined;
  const status = member(given, 'status');
  const subject = member(given, 'subject');
  if (subject !== undefined && typeof subject !== 'string')
    refuse(subject, WANTED.text, at(place, 'subject'), found);
  if (status !== 'final' && status !== 'provisional' && status !== 'void') {
    refuse(status, WORDS.status, at(place, 'status'), found);
    return undefined;
  }
  if (status !== 'final') found.say(`member.${status}`, pointer, {}, pin.pointer);
  return { card: given, status, ...(typeof subject === 'string' ? { subject } : {}) };
};

/** A number that a scorecard writes, judged by the input's own bounds and step. */
const judgeText = (given: Json | undefined, input: InputPlan, place: Place): Read => {
  const { pointer, found } = place;
  if (input.form.is !== 'number') return refuse(given, WANTED[wantedBy(input)], pointer, found);
  if (typeof given !== 'string') return refuse(given, WANTED.text, pointer, found);
  if (given.length > MOST_CHARACTERS) {
    found.say('evidence.too_precise', pointer, { found: given, limit: MOST_CHARACTERS });
    return 'bad';
  }
  const value = readExact(given);
  if (value === undefined) {
    found.say('evidence.number', pointer, { found: given, suggestion: '' });
    return 'bad';
  }
  return judgeNumber(value, input.form, { pointer, policyPointer: input.slot.pointer }, found);
};

const wantedBy = ({ form }: InputPlan): keyof typeof WANTED => form.is;

const resultIn = (
  { card, status }: Member,
  which: 'score' | 'rating',
  input: InputPlan,
  place: Place,
): Read => {
  const { found } = place;
  const names = member(card, 'result');
  if (!isObject(names)) return refuse(names, WANTED.object, at(place, 'result'), found);
  if (member(names, which) === undefined) {
    found.say('member.no_result', at(place, 'result'), { what: WORDS[which] });
    return 'bad';
  }
  const given = member(card, which);
  if (status === 'void' || given === undefined) return MISSING;
  if (which === 'rating') return readValue(given, input, at(place, 'rating'), found);
  if (!isObject(given)) return refuse(given, WANTED.object, at(place, 'score'), found);
  return judgeText(member(given, 'text'), input, { pointer: at(place, 'score', 'text'), found });
};

const ABSENT: readonly Json[] = ['failed', 'undecided', 'not-applicable', 'pending', 'missing'];

/** The content of a `ResultValue`: a label, a yes/no, a date, a number that is no fraction, or nothing. */
const valueIn = (given: Json | undefined, name: string, input: InputPlan, place: Place): Read => {
  const { pointer, found } = place;
  if (!isObject(given)) return refuse(given, WORDS.value, pointer, found);
  const kind = member(given, 'is') ?? null;
  if (ABSENT.includes(kind)) return MISSING;
  if (kind === 'number') {
    const exact = member(given, 'exact');
    if (!isObject(exact)) return judgeText(exact, input, { pointer: at(place, 'exact'), found });
    found.say('member.irrational', pointer, { name }, input.slot.pointer);
    return MISSING;
  }
  const key = kind === 'label' || kind === 'truth' || kind === 'date' ? kind : undefined;
  if (key === undefined) return refuse(kind, WORDS.value, at(place, 'is'), found);
  if (input.form.is !== key)
    return refuse(member(given, key), WANTED[wantedBy(input)], pointer, found);
  const value = member(given, key);
  return value === undefined || value === null
    ? refuse(value, WANTED[key], at(place, key), found)
    : readValue(value, input, at(place, key), found);
};

/**
 * The value of one indicator, from the step that derived it: the trace alone knows both what was
 * rounded and what it was before.
 */
const indicatorIn = (
  { card }: Member,
  read: Extract<MemberRead, { readonly indicator: string }>,
  input: InputPlan,
  place: Place,
): Read => {
  const { found } = place;
  const { indicator: name } = read;
  const trace = member(card, 'trace');
  if (!Array.isArray(trace)) return refuse(trace, WANTED.array, at(place, 'trace'), found);
  const rule = pointerTo('/indicators', name);
  const steps: readonly Json[] = trace;
  const position = steps.findIndex(
    (step) =>
      isObject(step) && member(step, 'pointer') === rule && member(step, 'row') === undefined,
  );
  const step = steps[position];
  if (!isObject(step)) {
    found.say('member.no_indicator', at(place, 'trace'), { name });
    return 'bad';
  }
  const key = read.value === 'exact' && member(step, 'exact') !== undefined ? 'exact' : 'value';
  const rounded = read.value === 'exact' ? undefined : member(step, 'rounded');
  if (!isObject(rounded))
    return valueIn(member(step, key), name, input, {
      pointer: at(place, 'trace', position, key),
      found,
    });
  const pointer = at(place, 'trace', position, 'rounded', 'text');
  return judgeText(member(rounded, 'text'), input, { pointer, found });
};

const readOf = (card: Member, read: MemberRead, input: InputPlan, place: Place): Read =>
  'result' in read
    ? resultIn(card, read.result, input, place)
    : indicatorIn(card, read, input, place);

const cellOf = (read: Read): Cell | undefined => (read === 'bad' ? undefined : read.cell);

/**
 * The value of a single input that stands in a scorecard; `null` or nothing is a value that is missing.
 *
 * Issues: `member.*`, `evidence.type`, `evidence.number`, `evidence.too_precise` and those of the input's own bounds
 */
export const readScorecard = (
  given: Json | undefined,
  input: InputPlan,
  pin: ScorecardPlan,
  place: Place,
): { readonly cell: Cell | undefined; readonly isProvisional: boolean } => {
  const card = given === undefined || given === null ? undefined : memberIn(given, pin, place);
  if (card === undefined) return { cell: undefined, isProvisional: false };
  const cell = cellOf(readOf(card, pin.read, input, place));
  return { cell, isProvisional: card.status === 'provisional' };
};

/** No member counts twice; one without a subject cannot be told from another. */
const checkSubjects = (members: readonly (Member | undefined)[], place: Place): void => {
  const seen = new Set<string>();
  for (const [i, each] of members.entries()) {
    if (each === undefined) continue;
    const { subject } = each;
    if (subject === undefined) place.found.say('member.no_subject', at(place, i));
    else if (seen.has(subject))
      place.found.say('member.same_subject', at(place, i, 'subject'), { subject });
    else seen.add(subject);
  }
};

/**
 * The rows of a table of members, a scorecard each; `null` or nothing is no table.
 *
 * Issues: `member.*`, `evidence.type`, `evidence.unknown_key`, `evidence.too_many_rows` and those of the columns
 */
export const readMembers = (
  given: Json | undefined,
  table: TablePlan,
  pin: MembersPlan,
  { pointer, found }: Place,
): TableEvidence | undefined => {
  if (given === undefined || given === null) return undefined;
  const cards = isObject(given) ? member(given, 'scorecards') : undefined;
  if (isObject(given)) refuseUnknown(given, ['scorecards'], pointer, found);
  if (!Array.isArray(cards)) {
    if (isObject(given)) refuse(cards, WORDS.scorecards, pointerTo(pointer, 'scorecards'), found);
    else refuse(given, WORDS.scorecards, pointer, found);
    return undefined;
  }
  const list: readonly Json[] = cards;
  const base = pointerTo(pointer, 'scorecards');
  if (list.length > table.atMost) {
    const params = { found: list.length, limit: table.atMost };
    found.say('evidence.too_many_rows', base, params, table.pointer);
    return undefined;
  }
  const place = (row: number): Place => ({ pointer: pointerTo(base, row), found });
  const members = list.map((each, row) => memberIn(each, pin, place(row)));
  checkSubjects(members, { pointer: base, found });
  const columns = table.columns.map((input, i) => {
    const read = pin.reads[i];
    return members.map((each, row) =>
      each === undefined || read === undefined
        ? undefined
        : cellOf(readOf(each, read, input, place(row))),
    );
  });
  return {
    rows: list.length,
    columns,
    // Rows are those of `list`: a member that was refused refuses the evidence with it.
    members: members.flatMap((each) => (each === undefined ? [] : [identityOf(each)])),
    pointer: (row) => pointerTo(base, row),
  };
};
