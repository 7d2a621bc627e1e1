// What happens first in a process, over several of them.
import { say } from '../print.mjs';
import { runScript, spread } from '../process.mjs';
import { isQuick } from '../settings.mjs';

/** @returns `cold` */
export const measureCold = async () => {
  say('cold starts');
  const runs = [];
  for (let i = 0; i < (isQuick ? 1 : 7); i++)
    runs.push(await runScript('cold.mjs', { calls: isQuick ? 150 : 1000 }));
  const cold = Object.keys(runs[0])
    .filter((what) => what !== 'milliseconds')
    .map((what) => ({ what, milliseconds: spread(runs.map((run) => run[what])) }));
  return { cold };
};
