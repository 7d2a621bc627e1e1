// Scores of a file of lines beside what the oracle gives for them.
import { readFileSync } from 'node:fs';

/**
 * @param scores - `{ cents, bands }`, one for each line
 * @param expected - the file in which that of every different subject stands; they come again and again
 * @returns how many lines were compared, how many subjects differ among them, and how many lines are wrong
 */
export const compareLines = ({ cents, bands }, expected) => {
  const right = JSON.parse(readFileSync(expected, 'utf8'));
  const distinct = right.cents.length;
  let wrong = 0;
  for (let i = 0; i < cents.length; i++)
    if (cents[i] !== right.cents[i % distinct] || bands[i] !== right.bands[i % distinct])
      wrong += 1;
  return { checked: cents.length, distinct: Math.min(distinct, cents.length), wrong };
};
