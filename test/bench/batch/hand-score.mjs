// JSON.parse of every line, and the hand-written function over the document: no check, nothing written.
import { scoreOf } from './hand-document.mjs';
import { eachLine, given, keep, report } from './lines.mjs';

let sum = 0;
const lines = eachLine(given.file, (line) => {
  const { cents, band } = scoreOf(JSON.parse(line));
  sum += cents;
  keep(cents, band);
});
await report({ lines, sum });
