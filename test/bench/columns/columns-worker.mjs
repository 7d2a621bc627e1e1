// One thread of timbang-columns-workers: scores its part whenever it is told to.
import { parentPort, workerData } from 'node:worker_threads';
import { scoreColumns, unwrap } from '../../../dist/index.js';
import { planFor } from '../timbang.mjs';

const plan = planFor('mixed');
const { columns, cents, bands } = workerData;
parentPort.on('message', () => {
  const { score, rating } = unwrap(scoreColumns(plan, columns));
  cents.set(score);
  bands.set(rating);
  parentPort.postMessage('done');
});
parentPort.postMessage('ready');
