// `scoreEach` of timbang/batch: every line checked and scored, the outcomes handed to the caller, nothing written.
import { scoreEach } from '../../../dist/batch.js';
import { LABELS } from '../rows/hand.mjs';
import { planFor } from '../timbang.mjs';
import { given, keep, report } from './lines.mjs';

let sum = 0;
let lines = 0;
for await (const block of scoreEach(planFor('mixed'), given.file)) {
  for (const { outcome } of block) {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const { score, rating } = outcome.value;
    sum += score.units;
    keep(score.units, LABELS.indexOf(rating));
  }
  lines += block.length;
}
await report({ lines, sum });
