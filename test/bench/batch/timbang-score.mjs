// `scoreMany` over the lines of a file as texts: checked and scored, nothing written.
import { scoreMany } from '../../../dist/index.js';
import { planFor } from '../timbang.mjs';
import { eachLine, given, report } from './lines.mjs';

const plan = planFor('mixed');
let text = '';
let sum = 0;
/** The line at hand, again and again: what is asked for next is the line that was put there. */
const lines = (function* () {
  for (;;) yield text;
})();
const outcomes = scoreMany(plan, lines);
const count = eachLine(given.file, (line) => {
  text = line;
  const { outcome } = outcomes.next().value;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  sum += outcome.value.score.units;
});
report({ lines: count, sum });
