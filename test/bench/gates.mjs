// Gates: each is judged by the median, and where that does not reach it, by the median less what two runs of equal code
// differed by in the same run.
import { ofSizes, ofTheProject, ofTheRest } from './gates/counted.mjs';
import { growth } from './gates/growth.mjs';
import { timed } from './gates/timed.mjs';

/** A result of which nothing was measured. */
export const NOTHING = {
  rows: [],
  beside: [],
  batch: [],
  columns: [],
  exactness: [],
  large: [],
  linear: [],
  cold: [],
  size: {},
  noise: {},
  setup: [],
};

/** Every figure of a result; `isOwn`: a limit of the project's own. */
const figures = (result) => [
  ...[timed, ofTheRest, growth, ofSizes].flatMap((of) => of(result)),
  ...ofTheProject(result).map((each) => ({ ...each, isOwn: true })),
];

/** What a measured figure is less the noise: no run of equal code would make it better than that. */
const lessNoise = (measured, is, { min, max }) =>
  is === 'at most' ? measured / Math.max(1, max) : measured / Math.min(1, min);

const reaches = (measured, is, gate) => (is === 'at least' ? measured >= gate : measured <= gate);

const judgeOne = ({ is, gate, measured, noise, why, undecided = 'Not measured.' }, noises) => {
  if (measured === undefined) return { met: null, verdict: 'undecided', why: undecided };
  if (reaches(measured, is, gate)) return { measured, met: true, verdict: 'met' };
  if (noise === undefined) return { measured, met: false, verdict: 'missed', why };
  const range = noises[noise];
  if (range === undefined)
    return { measured, met: null, verdict: 'undecided', why: 'The noise was not measured.' };
  const less = lessNoise(measured, is, range);
  return reaches(less, is, gate)
    ? { measured, lessNoise: less, met: true, verdict: 'met within noise', why }
    : { measured, lessNoise: less, met: false, verdict: 'missed', why };
};

/** @returns each gate with what was measured, the verdict, and why it is missed or undecided */
export const judge = (result) =>
  figures(result).map(({ figure, is, gate, isOwn = false, ...more }) => ({
    figure,
    is,
    gate,
    isOwn,
    ...judgeOne({ is, gate, ...more }, result.noise),
  }));
