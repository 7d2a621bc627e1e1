// JSON.parse, parseEvidence and score for every line, a line of outcome written: what a host can write itself.
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseEvidence, score } from '../../../dist/index.js';
import { LABELS } from '../rows/hand.mjs';
import { planFor } from '../timbang.mjs';
import { eachLine, given, keep, report } from './lines.mjs';

const plan = planFor('mixed');
const out = openSync(given.out, 'w');
let block = [];
let sum = 0;
const lines = eachLine(given.file, (line) => {
  const evidence = parseEvidence(plan, JSON.parse(line));
  if (!evidence.ok) throw new Error(JSON.stringify(evidence.issues));
  const outcome = score(plan, evidence.value);
  sum += outcome.score.units;
  keep(outcome.score.units, LABELS.indexOf(outcome.rating));
  block.push(JSON.stringify(outcome));
  if (block.length < 1000) return;
  writeSync(out, `${block.join('\n')}\n`);
  block = [];
});
writeSync(out, `${block.join('\n')}\n`);
closeSync(out);
await report({ lines, sum });
