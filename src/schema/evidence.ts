import type { Text } from '../issue.js';
import type { Json, JsonObject } from '../json.js';
import type { Plan, TablePlan } from '../plan/plan.js';
import { bothLanguages, closed, dayForm, described, DIALECT, membersOf } from './dialect.js';
import { tableForm } from './evidence-table.js';
import { observationForms, valueForm } from './evidence-value.js';
import { evidenceTexts } from './texts/evidence.js';

const textOf = (key: string): Text | undefined => evidenceTexts['evidence']?.[key];

/** A part of the evidence; `null` is as good as none. */
const section = (key: string, members: Readonly<Record<string, JsonObject>>): JsonObject =>
  described({ ...closed(members), type: ['object', 'null'] }, textOf(key));

/**
 * The JSON Schema (draft 2020-12) of the evidence for `plan`: its inputs, tables and panels with their units,
 * bounds, labels and what happens without them, in both languages.
 *
 * It accepts all evidence about which `parseEvidence` has nothing to say. Bounds and whole steps of numbers are in
 * it; decimal steps are not, for validators divide doubles, nor are bounds of texts, the columns of rows given by
 * position and what is read of a scorecard.
 *
 * @param plan - as `compilePolicy` made it
 * @example
 * const schema = evidenceJsonSchema(plan);
 */
export const evidenceJsonSchema = (plan: Plan): Json => {
  const { policy, layout } = plan;
  const titleOf = ({ name, panel }: TablePlan): Text | undefined => {
    const specs: Readonly<Record<string, { readonly title?: Text }>> =
      (panel === undefined ? policy.tables : policy.panels) ?? {};
    return Object.hasOwn(specs, name) ? specs[name]?.title : undefined;
  };
  const rows = (ofPanels: boolean): Readonly<Record<string, JsonObject>> =>
    membersOf(
      layout.tables.filter(({ panel }) => (panel !== undefined) === ofPanels),
      ({ name }) => name,
      (table) => tableForm(table, titleOf(table)),
    );
  return {
    $schema: DIALECT,
    $id: `timbang/evidence/${policy.id}/${policy.version}.schema.json`,
    title: bothLanguages(policy.title),
    ...closed({
      subject: described({ type: 'string' }, textOf('subject')),
      asOf: described(dayForm, textOf('asOf')),
      values: section(
        'values',
        membersOf(layout.inputs, ({ key }) => key, valueForm),
      ),
      tables: section('tables', rows(false)),
      panels: section('panels', rows(true)),
    }),
    $defs: observationForms(),
  };
};
