// `scoreMany` over the lines of a file as texts: checked and scored, nothing written.
import { scoreMany } from '../../../dist/index.js';
import { LABELS } from '../rows/hand.mjs';
import { planFor } from '../timbang.mjs';
import { eachLine, given, keep, report } from './lines.mjs';

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
  const { score, rating } = outcome.value;
  sum += score.units;
  keep(score.units, LABELS.indexOf(rating));
});
await report({ lines: count, sum });
