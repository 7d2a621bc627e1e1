// The rules as a decision of zen: an expression node for the score, a decision table for the bands.
//
// In the shape it likes best: a flat record, weights multiplied out, and everything multiplied before it is divided,
// so that its decimals lose nothing that they could keep. At the numbers of ratings that there are, exactly one is
// left out at each side, so the trimmed mean is (sum - min - max) / (len - 2); the weight before it is multiplied first.
import { LINES, STEPS_OF_RATIO, STEPS_OF_VALUE } from '../workload/rules.mjs';

const percent = (i) => `r${i} * 100 / t${i}`;
const ratio = (i) => `min([120, ${percent(i)}])`;
const inverse = (i) => `max([0, min([120, 200 - ${percent(i)}])])`;
const trimmed = (name) => `(sum(${name}) - min(${name}) - max(${name})) / (len(${name}) - 2)`;

const along = (x, points) => {
  const [[first, lowest], [, highest]] = [points[0], points.at(-1)];
  const pieces = points.slice(1).map(([x1, y1], i) => {
    const [x0, y0] = points[i];
    return `${x} <= ${x1} ? ${y0} + (${x} - ${x0}) * ${y1 - y0} / ${x1 - x0} : `;
  });
  return `(${x} <= ${first} ? ${lowest} : ${pieces.join('')}${highest})`;
};

const steps = (x, { below, steps: table }) =>
  `(${[...table]
    .reverse()
    .map(([from, gives]) => `${x} >= ${from} ? ${gives} : `)
    .join('')}${below})`;

const EXPRESSIONS = {
  p8: percent(8),
  p9: percent(9),
  p11: percent(11),
  quantity: `0.4 * ${ratio(1)} + 0.35 * ${ratio(2)} + 0.25 * ${ratio(3)}`,
  quality: `0.3 * ${ratio(4)} + 0.3 * ${ratio(5)} + 0.4 * ${along('$.p8', LINES[8])}`,
  total: [
    '0.36 * $.quantity ^ 0.6 * $.quality ^ 0.4',
    `0.036 * (${inverse(6)} + ${inverse(7)} + ${steps('r10', STEPS_OF_VALUE[10])} + max([0, min([100, (r12 - 20) * 1.25])]))`,
    `0.048 * (${along('$.p9', LINES[9])} + ${steps('$.p11', STEPS_OF_RATIO[11])})`,
    '0.2 * sum(atasan) / len(atasan)',
    `0.12 * ${trimmed('rekan')}`,
    `0.08 * ${trimmed('bawahan')}`,
  ].join(' + '),
  adjusted: [
    '$.total',
    '(idea and $.total >= 75 ? 2.5 : 0)',
    'min([3, awards * 0.75])',
    '(absent > 3 ? (3 - absent) * 0.5 : 0)',
  ].join(' + '),
  capped: 'sanction ? min([70, $.adjusted]) : $.adjusted',
  score: 'floor(max([0, min([120, $.capped])]) * 100 + 0.5)',
  idea: 'idea',
};

const BANDS = [
  ['>= 10000', 'true', 'sangat-baik'],
  ['>= 9000', '', 'baik'],
  ['>= 7600', '', 'cukup'],
  ['>= 6000', '', 'kurang'],
  ['', '', 'sangat-kurang'],
];

const edge = (from, to) => ({ id: `${from}-${to}`, type: 'edge', sourceId: from, targetId: to });

const nodes = (more) => [
  { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
  {
    id: 'numbers',
    type: 'expressionNode',
    name: 'numbers',
    position: { x: 1, y: 0 },
    content: {
      expressions: Object.entries(EXPRESSIONS).map(([key, value]) => ({ id: key, key, value })),
      passThrough: false,
      ...more,
    },
  },
  {
    id: 'bands',
    type: 'decisionTableNode',
    name: 'bands',
    position: { x: 2, y: 0 },
    content: {
      hitPolicy: 'first',
      inputs: [
        { id: 'score', name: 'score', field: 'score' },
        { id: 'idea', name: 'idea', field: 'idea' },
      ],
      outputs: [{ id: 'rating', name: 'rating', field: 'rating' }],
      rules: BANDS.map(([score, idea, rating]) => ({
        _id: rating,
        score,
        idea,
        rating: `"${rating}"`,
      })),
      passThrough: true,
      ...more,
    },
  },
  { id: 'out', type: 'outputNode', name: 'out', position: { x: 3, y: 0 } },
];

const edges = [edge('in', 'numbers'), edge('numbers', 'bands'), edge('bands', 'out')];

/** The decision for one subject. */
export const single = { contentType: 'application/vnd.gorules.decision', nodes: nodes({}), edges };

/** The decision for a list of subjects: both nodes run in a loop over it. */
export const list = {
  contentType: 'application/vnd.gorules.decision',
  nodes: nodes({ executionMode: 'loop', inputField: 'subjects', outputPath: 'subjects' }),
  edges,
};

/** A flat record. */
export const flat = ({ ind, atasan, rekan, bawahan, idea, awards, absent, sanction }) => ({
  ...Object.fromEntries(
    Object.entries(ind).flatMap(([name, { r, t }]) => [
      [`r${name.slice(1)}`, r],
      [`t${name.slice(1)}`, t],
    ]),
  ),
  atasan,
  rekan,
  bawahan,
  idea,
  awards,
  absent,
  sanction,
});
