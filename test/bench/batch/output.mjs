// What the rows that write results are checked by: what they have written.
import { verifyOutput } from '../../../dist/batch.js';
import { unwrap } from '../../../dist/index.js';
import { LABELS } from '../rows/hand.mjs';
import { eachLine, given, keep } from './lines.mjs';

/** Verifies the output as whole, of that input, and keeps its scores. @returns what `report` takes besides */
export const readOutput = async () => {
  unwrap(await verifyOutput(given.out, { input: given.file }));
  eachLine(given.out, (line) => {
    const { line: at, score, rating } = JSON.parse(line);
    // The first line and the last tell of the file.
    if (at !== undefined) keep(score?.units, LABELS.indexOf(rating));
  });
  return { isVerified: true };
};
