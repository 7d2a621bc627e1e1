// A process of its own: the first things that happen in it, each once, in milliseconds. Prints JSON.
import { argument } from './arguments.mjs';
import { evidenceOf, policyDocument } from './workload/policy.mjs';
import { take } from './workload/subjects.mjs';

const calls = Number(argument(process.argv.slice(2)).calls ?? 1000);
const text = JSON.stringify(policyDocument());
const documents = take('mixed', calls).map(evidenceOf);

/** How long something takes once, and what it gives. */
const once = async (work) => {
  const from = performance.now();
  const value = await work();
  return { milliseconds: performance.now() - from, value };
};

const load = await once(() => import('../../dist/index.js'));
const { compilePolicy, parseEvidence, score, unwrap } = load.value;
const first = await once(() => unwrap(compilePolicy(text)));
const second = await once(() => unwrap(compilePolicy(text)));
const plan = second.value;
const evidences = documents.map((document) => unwrap(parseEvidence(plan, document)));
const scored = (from, to) =>
  once(() => evidences.slice(from, to).map((evidence) => score(plan, evidence).status));
const timed = [await scored(0, 1), await scored(1, 100), await scored(100, calls)];
for (let i = 0; i < 20; i++) compilePolicy(text);
const later = await once(() => compilePolicy(text));

console.log(
  JSON.stringify({
    load: load.milliseconds,
    'compile, first in the process': first.milliseconds,
    'compile, second': second.milliseconds,
    'compile, after twenty more': later.milliseconds,
    'score, first call': timed[0].milliseconds,
    'score, each of the next 99': timed[1].milliseconds / 99,
    [`score, each of the next ${calls - 100}`]: timed[2].milliseconds / (calls - 100),
  }),
);
