/**
 * Codes of `compilePolicy` for what the JSON Schema of a policy refuses too. Every other code is about what a form
 * cannot say: names, units, sums, order, and days that no calendar has. Listed in docs/json-schema.md.
 */
export const SEEN: readonly string[] = [
  'adjust.one_kind',
  'curve.one_shape',
  'extend.no_parent',
  'extend.result',
  'input.day_hours',
  'input.labels',
  'input.no_days',
  'lookup.unit_or_scale',
  'parameter.one_value',
  'policy.id_form',
  'policy.missing_key',
  'policy.name_form',
  'policy.no_result',
  'policy.one_verb',
  'policy.range',
  'policy.too_few',
  'policy.type',
  'policy.unknown_key',
  'policy.value',
  'policy.version_form',
  'rate.gaps_and_printed',
  'round.form',
  'rule.foreign_operator',
  'rule.missing_some_form',
  'rule.not_a_rule',
  'rule.number_form',
  'rule.one_operator',
  'rule.unknown_operator',
  'rule.var',
  'tail.limit_form',
  'weights.set_form',
];

/** Codes of `parseEvidence` that the JSON Schema of the evidence does not know, wherever they are. */
export const EVIDENCE_BEYOND: readonly string[] = [
  'evidence.no_source',
  'evidence.too_precise',
  'evidence.no_sum',
  'evidence.totals_range',
  'json.number_precision',
  'json.number_range',
];

/** Those that it does not know in rows given by position, whose columns the document orders itself. */
export const EVIDENCE_BEYOND_IN_ROWS: readonly string[] = [
  'evidence.duration',
  'evidence.number',
  'evidence.row_length',
  'evidence.type',
  'name.unknown_label',
  'policy.date_form',
];

/** Those that it does not know inside scorecards: what is read of one, and how they stand to one another. */
export const EVIDENCE_BEYOND_IN_SCORECARDS: readonly string[] = [
  'evidence.number',
  'evidence.type',
  'member.no_indicator',
  'member.no_result',
  'member.same_subject',
  'name.unknown_label',
  'policy.date_form',
];

/** Codes with which `parseEvidence` accepts what the JSON Schema refuses: the value counts as missing. */
export const EVIDENCE_REPORTED: readonly string[] = ['evidence.off_step', 'evidence.out_of_bounds'];
