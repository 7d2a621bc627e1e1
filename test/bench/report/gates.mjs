// The gates: what was asked for, what was measured, and where that was missed, by how much and why.
import { number, section, table } from './text.mjs';

const WORDS = { missed: '**missed**' };

const tableOf = (gates) =>
  table(
    ['Figure', 'Gate', 'Measured', 'Less the noise', ''],
    gates.map(({ figure, is, gate, measured, lessNoise, verdict }) => [
      figure,
      `${is} ${number(gate)}`,
      number(measured),
      number(lessNoise),
      WORDS[verdict] ?? verdict,
    ]),
  );

/** How far a figure is from its gate, the noise taken off where there is some. */
const distance = ({ is, gate, measured, lessNoise = measured }) => {
  if (gate === 0) return number(measured);
  return is === 'at most'
    ? `${number(lessNoise / gate)} times what is asked for at most`
    : `${number(lessNoise / gate)} of what is asked for at least`;
};

const reasonsOf = (gates) => {
  const told = gates.filter(({ verdict }) => verdict === 'missed' || verdict === 'undecided');
  return told
    .map((gate) => {
      const { figure, verdict, why } = gate;
      const by = verdict === 'missed' ? `${distance(gate)}. ` : 'undecided. ';
      return `- *${figure}*: ${by}${why}`;
    })
    .join('\n');
};

export const gates = ({ gates: all }) => {
  const asked = all.filter(({ isOwn }) => !isOwn);
  const own = all.filter(({ isOwn }) => isOwn);
  const reasons = reasonsOf(all);
  return section(
    'Gates',
    'What is timed is a ratio, so that it holds on another machine. It is *met* where the median reaches the gate; *met within noise* where the median does only less what equal code differed by in the same run: divided by the greatest ratio of a row to itself, or for "at least" by the least, by that of the mixed data, of files or of columns; and else *missed*. What is counted is taken as it is.',
    tableOf(asked),
    'What the project holds itself to besides: budgets of sizes, in `package.json`, and the rows of the library that were checked before they were timed.',
    tableOf(own),
    ...(reasons === '' ? [] : ['### Missed, by how much and why', reasons]),
  );
};
