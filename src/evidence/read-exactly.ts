import { type Day, dayText, readDay } from '../day.js';
import { hasError, type Issue } from '../issue.js';
import type { Json, JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import type { Doors } from '../plan/doors.js';
import type { Plan } from '../plan/plan.js';
import { failure, ok, type Result } from '../result.js';
import type { Cell } from '../slot.js';
import type { Evidence, ExactEvidence, Provenance, TableEvidence } from './evidence.js';
import { numbersOf } from './numbers.js';
import { isObject, member, refuseUnknown } from './object.js';
import { readMembers, readScorecard } from './member.js';
import { provenanceOf, readObserved } from './observation.js';
import { readTable } from './table.js';
import { type Findings, findings, kindOf, WANTED } from './value.js';

/** More issues than this are counted, not listed. */
export const MOST_ISSUES = 100;

const KEYS = ['subject', 'asOf', 'values', 'tables', 'panels'] as const;

/** The object at `key`, empty when it is not there; anything else is reported. */
const section = (
  document: JsonObject,
  key: 'values' | 'tables' | 'panels',
  found: Findings,
): JsonObject => {
  const given = member(document, key);
  if (given === undefined || given === null) return {};
  if (isObject(given)) return given;
  found.say('evidence.type', pointerTo('', key), { expected: WANTED.object, found: kindOf(given) });
  return {};
};

/** The text at `key`; undefined where it is not there, and after a report. */
export const readText = (
  document: Readonly<Record<string, unknown>>,
  key: 'subject' | 'asOf',
  found: Findings,
): string | undefined => {
  const given = Object.hasOwn(document, key) ? document[key] : undefined;
  if (given === undefined || typeof given === 'string') return given;
  found.say('evidence.type', pointerTo('', key), { expected: WANTED.text, found: kindOf(given) });
  return undefined;
};

/** What may hold a date. */
interface Dated {
  readonly values: readonly (Cell | undefined)[];
  readonly tables: readonly (TableEvidence | undefined)[];
  readonly provenance: ReadonlyMap<number, Provenance> | undefined;
}

/** The earliest and latest day among everything of type date, and the days of observations. */
const datesIn = (plan: Plan, { values, tables, provenance }: Dated): Evidence['dates'] => {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const see = (cell: Cell | undefined): void => {
    if (typeof cell !== 'number') return;
    first = Math.min(first, cell);
    last = Math.max(last, cell);
  };
  for (const [i, input] of plan.layout.inputs.entries())
    if (input.form.is === 'date') see(values[i]);
  for (const [i, table] of plan.layout.tables.entries()) {
    for (const [j, column] of table.columns.entries()) {
      if (column.form.is === 'date') for (const cell of tables[i]?.columns[j] ?? []) see(cell);
    }
  }
  const all = [provenance, ...tables.flatMap((table) => [...(table?.provenance?.values() ?? [])])];
  for (const each of all) {
    for (const { at } of each?.values() ?? []) if (at !== undefined) see(readDay(at));
  }
  return first > last ? undefined : { first, last };
};

/** Days on which the policy does not hold are reported: the rules of another version may apply. */
const warnOutside = (plan: Plan, days: Evidence['dates'], found: Findings): void => {
  const { from, until } = plan.policy.effective;
  const first = readDay(from);
  const end = until === undefined ? undefined : readDay(until);
  if (days === undefined || first === undefined) return;
  if (days.first >= first && (end === undefined || days.last < end)) return;
  const params = {
    first: dayText(days.first),
    last: dayText(days.last),
    from,
    until: until ?? '…',
  };
  found.say('evidence.outside_effective', '', params, '/effective');
};

/** The day that `text` names; undefined after a report. */
export const readAsOf = (text: string | undefined, found: Findings): Day | undefined => {
  const day = text === undefined ? undefined : readDay(text);
  if (text !== undefined && day === undefined)
    found.say('policy.date_form', '/asOf', { found: text });
  return day;
};

/** The errors alone: they refuse the evidence. */
const errorsOf = (issues: readonly Issue[], { capIssues }: Doors): readonly Issue[] =>
  capIssues(
    issues.filter((each) => each.severity === 'error'),
    MOST_ISSUES,
  );

/**
 * Evidence for `plan` from JSON that the document door let in, every value exact.
 *
 * Issues: `evidence.*`, `name.unknown_label`, `policy.date_form`
 */
export const readExactly = (plan: Plan, json: Json): Result<ExactEvidence> => {
  const { doors } = plan.layout;
  const found = findings(doors);
  if (!isObject(json)) {
    found.say('evidence.type', '', { expected: WANTED.object, found: kindOf(json) });
    return failure(errorsOf(found.issues, doors));
  }
  refuseUnknown(json, KEYS, '', found);
  const subject = readText(json, 'subject', found);
  const asOf = readAsOf(readText(json, 'asOf', found), found);

  const { inputs, tables } = plan.layout;
  const given = section(json, 'values', found);
  refuseUnknown(
    given,
    inputs.map((input) => input.key),
    '/values',
    found,
  );
  const provisional: number[] = [];
  const observed = inputs.map((input): ReturnType<typeof readObserved> => {
    const at = pointerTo('/values', input.key);
    const value = member(given, input.key);
    if (input.scorecard === undefined) return readObserved(value, input, at, found);
    const card = readScorecard(value, input, input.scorecard, { pointer: at, found });
    if (card.isProvisional) provisional.push(input.slot.index);
    return { cell: card.cell };
  });
  const values = observed.map(({ cell }) => cell);
  const provenance = provenanceOf(observed);

  const sections = {
    tables: section(json, 'tables', found),
    panels: section(json, 'panels', found),
  };
  for (const key of ['tables', 'panels'] as const) {
    const known = tables.filter((table) => (table.panel !== undefined) === (key === 'panels'));
    refuseUnknown(
      sections[key],
      known.map((table) => table.name),
      pointerTo('', key),
      found,
    );
  }
  const rows = tables.map((table) => {
    const key = table.panel === undefined ? 'tables' : 'panels';
    const value = member(sections[key], table.name);
    const at = pointerTo('', key, table.name);
    if (table.members === undefined) return readTable(value, table, at, found);
    const members = readMembers(value, table, table.members, { pointer: at, found });
    if (members?.members?.some(({ status }) => status === 'provisional'))
      provisional.push(...table.columns.map(({ slot }) => slot.index));
    return members;
  });

  if (hasError(found.issues)) return failure(errorsOf(found.issues, doors));
  const dates = datesIn(plan, { values, tables: rows, provenance });
  warnOutside(plan, asOf === undefined ? dates : { first: asOf, last: asOf }, found);
  const cells = {
    values,
    ...(provenance === undefined ? {} : { provenance }),
    tables: rows,
    provisional,
  };
  const numbers = numbersOf(plan, cells);
  return ok({
    policyDigest: plan.digest,
    layoutKey: plan.layout.key,
    document: json,
    ...(subject === undefined ? {} : { subject }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(dates === undefined ? {} : { dates }),
    issues: doors.capIssues(found.issues, MOST_ISSUES),
    ...(numbers === undefined ? {} : { numbers }),
    cells,
  });
};
