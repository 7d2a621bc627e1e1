import { type Day, dayText, readDay } from '../day.js';
import { hasError, type Issue } from '../issue.js';
import type { JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import type { Doors } from '../plan/doors.js';
import type { Plan } from '../plan/plan.js';
import type { JsonDocument } from '../policy/document.js';
import { failure, ok, type Result } from '../result.js';
import type { Cell } from '../slot.js';
import type { Evidence, Provenance, TableEvidence } from './evidence.js';
import { isObject, member, refuseUnknown } from './object.js';
import { readMembers, readScorecard } from './member.js';
import { provenanceOf, readObserved } from './observation.js';
import { readTable } from './table.js';
import { type Findings, findings, kindOf, WANTED } from './value.js';

/** More issues than this are counted, not listed. */
const MOST_ISSUES = 100;

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

const readText = (
  document: JsonObject,
  key: 'subject' | 'asOf',
  found: Findings,
): string | undefined => {
  const given = member(document, key);
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

const readAsOf = (text: string | undefined, found: Findings): Day | undefined => {
  const day = text === undefined ? undefined : readDay(text);
  if (text !== undefined && day === undefined)
    found.say('policy.date_form', '/asOf', { found: text });
  return day;
};

/**
 * The errors, each with its place in the text. What does not refuse the evidence carries none: a scorecard
 * is the same whether the evidence came as text or as a value.
 */
const refuse = (
  issues: readonly Issue[],
  { positionOf }: JsonDocument,
  { capIssues }: Doors,
): Result<never> => {
  const errors = issues.filter((each) => each.severity === 'error');
  return failure(
    capIssues(errors, MOST_ISSUES).map((each) => {
      const position = positionOf(each.pointer);
      return position === undefined ? each : { ...each, position };
    }),
  );
};

/**
 * Evidence for `plan`: every value typed and judged against the policy's inputs, tables and panels.
 *
 * @param document - an `EvidenceDocument` as JSON text or a parsed value
 * @returns the evidence, or every reason why it was refused, at most 100: a wrong type, an unknown key,
 *   label or column. What is well typed but out of bounds or off its step is an issue of the evidence
 *   and counts as missing.
 * Issues: `json.*`, `evidence.*`, `name.unknown_label`, `policy.date_form`
 * @example
 * const evidence = unwrap(parseEvidence(plan, { values: { done: 11 } }));
 */
export const parseEvidence = (plan: Plan, document: unknown): Result<Evidence> => {
  const { doors, inputs, tables } = plan.layout;
  const read = doors.readDocument(document);
  if (!read.ok) return read;
  const { json } = read.value;
  const found = findings(doors);
  if (!isObject(json)) {
    found.say('evidence.type', '', { expected: WANTED.object, found: kindOf(json) });
    return refuse(found.issues, read.value, doors);
  }
  refuseUnknown(json, KEYS, '', found);
  const subject = readText(json, 'subject', found);
  const asOf = readAsOf(readText(json, 'asOf', found), found);

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

  if (hasError(found.issues)) return refuse(found.issues, read.value, doors);
  const dates = datesIn(plan, { values, tables: rows, provenance });
  warnOutside(plan, asOf === undefined ? dates : { first: asOf, last: asOf }, found);
  return ok({
    policyDigest: plan.digest,
    layoutKey: plan.layout.key,
    document: json,
    ...(subject === undefined ? {} : { subject }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(dates === undefined ? {} : { dates }),
    values,
    ...(provenance === undefined ? {} : { provenance }),
    tables: rows,
    provisional,
    issues: doors.capIssues(found.issues, MOST_ISSUES),
  });
};
