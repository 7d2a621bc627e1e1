/**
 * A rule: a closed, typed subset of JSON Logic.
 *
 * Numbers are JSON numbers; a text is only ever a label, compared with `==`, `!=` and `in`;
 * `{ "var": name }` reads an input, a parameter, an indicator or a column of the current row,
 * `{ "missing": name }` asks whether it has no value, `{ "date": "2026-03-01" }` is a civil day and
 * `{ "number": [value, unit] }` how many of that unit a value is.
 * There is no `map`, `filter` or other loop: tables have `per` and `rows`, so cost is known in
 * advance. Source of the notation: jsonlogic.com (operations and their arguments).
 */
export type Rule = boolean | number | string | RuleOperation;

/** One operation: an object with a single key, the operator's name. */
export type RuleOperation =
  | { readonly var: string }
  | { readonly [operator: string]: Rule | readonly (Rule | readonly Rule[])[] };

/** An exact number in a policy: a JSON number, or a text such as `"0.1"`, `"60%"` or `"1/9"`. */
export type NumberLiteral = number | string;

/** A place for a number: a literal, or a rule that gives a number. */
export type NumberSlot = NumberLiteral | RuleOperation;
