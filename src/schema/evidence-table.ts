import type { Text } from '../issue.js';
import type { JsonObject } from '../json.js';
import type { InputPlan, PanelPlan, TablePlan } from '../plan/plan.js';
import { unitText } from '../unit.js';
import { bothLanguages, closed, membersOf } from './dialect.js';
import { byPolicy, scorecardsForm } from './evidence-scorecard.js';
import { totalsForm } from './evidence-totals.js';
import {
  answerForm,
  answerTypes,
  cellTypes,
  joined,
  NULL,
  titled,
  valueForm,
  withoutIt,
} from './evidence-value.js';

const inputsOf = (table: TablePlan): readonly InputPlan[] =>
  table.panel === undefined
    ? table.columns
    : table.panel.questions.map((question) => question.column);

const SOURCE: Text = { en: 'who answered', id: 'siapa yang menjawab' };
const RATER: Text = {
  en: "the host's own identifier of the rater",
  id: 'pengenal penilai milik aplikasi',
};

/** The columns that a panel has besides its questions. */
const panelColumns = (panel: PanelPlan): Readonly<Record<string, JsonObject>> => ({
  source: {
    description: bothLanguages(SOURCE),
    type: 'string',
    enum: panel.sources.map(({ name }) => name),
  },
  rater: { description: bothLanguages(RATER), type: ['string', 'null'] },
});

/** Rows by position: the order of the columns is the document's own, so a cell has the types of any of them. */
const byPosition = (table: TablePlan, own: readonly string[]): JsonObject => {
  const inputs = inputsOf(table);
  const names = [...own, ...inputs.map(({ key }) => key)];
  return closed(
    {
      columns: {
        description: 'the names of the columns — nama kolom',
        type: 'array',
        // A list of no names is no `enum`.
        items: names.length === 0 ? false : { type: 'string', enum: names },
        uniqueItems: true,
      },
      rows: {
        description: 'a list of values for each row — daftar nilai tiap baris',
        type: 'array',
        maxItems: table.atMost,
        items: {
          type: 'array',
          items: table.panel === undefined ? cellTypes(inputs) : answerTypes(inputs),
          maxItems: names.length,
        },
      },
    },
    ['columns', 'rows'],
  );
};

/** Rows as objects; where there are several sources, each says its own. */
const byName = (table: TablePlan): JsonObject => {
  const { panel } = table;
  const own = panel === undefined ? {} : panelColumns(panel);
  const formOf = panel === undefined ? valueForm : answerForm;
  const columns = membersOf(inputsOf(table), ({ key }) => key, formOf);
  const isSourced = panel !== undefined && panel.sources.length > 1;
  return {
    type: 'array',
    maxItems: table.atMost,
    items: closed({ ...own, ...columns }, isSourced ? ['source'] : []),
  };
};

const tableText = (table: TablePlan): Text => {
  const unit = unitText(table.rowUnit);
  const most = String(table.atMost);
  return joined([
    {
      en: `a row is one ${unit}, at most ${most}`,
      id: `satu baris adalah satu ${unit}, paling banyak ${most}`,
    },
    ...(table.members === undefined ? [] : [byPolicy(table.members)]),
    withoutIt({ absent: table.absent }),
  ]);
};

/** Every form in which the rows of `table` may be given, `null` for none. */
const waysToGive = (table: TablePlan): readonly JsonObject[] => {
  if (table.members !== undefined) return [scorecardsForm(table.members, table), NULL];
  const own = table.panel === undefined ? [] : ['source', 'rater'];
  return [
    byPosition(table, own),
    byName(table),
    ...(table.acceptsTotals ? [totalsForm(table)] : []),
    NULL,
  ];
};

/** The form of the rows of `table`. */
export const tableForm = (table: TablePlan, title: Text | undefined): JsonObject => ({
  ...titled(title),
  description: bothLanguages(tableText(table)),
  anyOf: waysToGive(table),
});
