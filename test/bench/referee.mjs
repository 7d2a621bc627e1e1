// A process of its own: how many subjects of a profile the fast evaluator hands to the exact one. Prints JSON.
import { readFileSync } from 'node:fs';
import { argument } from './arguments.mjs';
import { builtAt } from './builds.mjs';
import { evidenceOf, policyDocument } from './workload/policy.mjs';

const { profile, records: file } = argument(process.argv.slice(2));
const { compilePolicy, parseEvidence, score, unwrap } = await import(builtAt('counted'));
const plan = unwrap(compilePolicy(policyDocument({ profile })));

let asked = 0;
globalThis.refereed = 0;
for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
  score(plan, unwrap(parseEvidence(plan, evidenceOf(JSON.parse(line).record))));
  asked += 1;
}
console.log(JSON.stringify({ asked, refereed: globalThis.refereed }));
