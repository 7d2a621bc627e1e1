// The chart of the report: a bar for each row, on a scale of powers of ten.

const WIDTH = 760;
const LEFT = 190;
const RIGHT = 150;
const BAR = 18;
const GAP = 8;
const TOP = 34;

const INK = '#24292f';
const GRID = '#d0d7de';

/** Fewer subjects than this say nothing of a row that was right on them. */
const ENOUGH = 10_000;

/** What a row was found to be, on all profiles together: its colour, and the words of the legend. */
const VERDICTS = {
  right: { colour: '#2a6f4e', text: `right on all of ${ENOUGH.toLocaleString('en')} or more` },
  wrong: { colour: '#b3542f', text: 'wrong on some' },
  few: { colour: '#8c959f', text: 'right on fewer' },
};

const verdictOf = ({ wrong, checked }) => {
  if (wrong > 0) return VERDICTS.wrong;
  return checked >= ENOUGH ? VERDICTS.right : VERDICTS.few;
};

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const short = (value) =>
  value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: true });

const textAt = (x, y, text, more = '') => `<text x="${x}" y="${y}" ${more}>${escaped(text)}</text>`;

/**
 * @param rows - `{ id, ratioToHand, wrong, checked }`: the time on one profile, checked on all
 * @returns an SVG: how many times the hand-written function's time each row takes
 */
export const drawChart = (rows, title) => {
  const most = Math.max(...rows.map(({ ratioToHand }) => ratioToHand.max), 10);
  const powers = Math.ceil(Math.log10(most));
  const span = WIDTH - LEFT - RIGHT;
  const xOf = (value) => LEFT + (Math.log10(Math.max(1, value)) / powers) * span;
  const height = TOP + rows.length * (BAR + GAP) + 56;
  const bottom = height - 52;

  const grid = Array.from({ length: powers + 1 }, (_, power) => {
    const x = xOf(10 ** power);
    const label = (10 ** power).toLocaleString('en');
    return `<line x1="${x}" y1="${TOP - 6}" x2="${x}" y2="${bottom}" stroke="${GRID}"/>${textAt(x, bottom + 15, label, 'text-anchor="middle"')}`;
  });
  const bars = rows.map((row, i) => {
    const { id, ratioToHand } = row;
    const { median, min, max } = ratioToHand;
    const y = TOP + i * (BAR + GAP);
    const { colour } = verdictOf(row);
    const middle = y + BAR / 2;
    return [
      textAt(LEFT - 8, middle + 4, id, 'text-anchor="end"'),
      `<rect x="${LEFT}" y="${y}" width="${Math.max(2, xOf(median) - LEFT)}" height="${BAR}" fill="${colour}"/>`,
      `<line x1="${xOf(min)}" y1="${middle}" x2="${xOf(max)}" y2="${middle}" stroke="${INK}"/>`,
      textAt(xOf(max) + 8, middle + 4, `${short(median)} ×`),
    ].join('\n');
  });
  const legend = Object.values(VERDICTS).flatMap(({ colour, text }, i) => {
    const x = LEFT + i * 200;
    return [
      `<rect x="${x}" y="${height - 20}" width="12" height="12" fill="${colour}"/>`,
      textAt(x + 18, height - 10, text),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}" role="img" aria-label="${escaped(title)}">
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${textAt(8, 18, title, 'font-weight="600"')}
${[...grid, ...bars, ...legend].join('\n')}
</svg>
`;
};
