// Records of subjects, by profile and seed: the same on every machine.
import { adversarial } from './adversarial.mjs';
import { randomFrom } from './random.mjs';
import { surroundings } from './surroundings.mjs';

const ALL = Array.from({ length: 12 }, (_, i) => i + 1);
const TARGETS = [12, 24, 36, 48, 60, 90, 96, 120, 144, 150, 180, 200, 240, 250];
/** The indicators under the two children of the geometric node. */
const UNDER_GEOMETRIC = [1, 2, 3, 4, 5, 8];

const record = (id, ind, rest) => ({ id, ind, ...rest });

/** @returns a value in hundredths of its target: most people are near it */
const reached = (random) => random.int(random.chance(20) ? 30 : 75, 130);

/** Targets of every kind, values of two decimals. */
const mixed = (random, id) => {
  const ind = {};
  for (const i of ALL) {
    const t = random.pick(TARGETS);
    const r = Math.floor((reached(random) * t) / 100) + random.int(0, 99) / 100;
    ind[`i${i}`] = { r: twoPlaces(r), t };
  }
  return record(id, ind, surroundings(random));
};

const twoPlaces = (value) => Math.floor(value * 100 + 0.5) / 100;

/** Percentages of `places` decimals; 60 of 100 have both children of the geometric node capped. */
const percentages = (places) => (random, id) => {
  const isCapped = random.chance(60);
  const ind = {};
  for (const i of ALL) {
    const isAtCap = isCapped && UNDER_GEOMETRIC.includes(i);
    const low = isAtCap ? (i === 8 ? 150 : 120) : random.chance(20) ? 30 : 75;
    ind[`i${i}`] = { r: random.decimal(low, isAtCap ? 160 : 130, places), t: 100 };
  }
  return record(id, ind, surroundings(random));
};

/** The profiles, each a function from random numbers and an id to a record. */
export const PROFILES = {
  mixed,
  'percent-2dp': percentages(2),
  'percent-integer': percentages(0),
  adversarial,
};

/** @returns an endless sequence of records */
export function* subjects(profile, seed = 1) {
  const random = randomFrom(seed);
  const make = PROFILES[profile];
  for (let i = 1; ; i++) yield make(random, `s-${String(i).padStart(7, '0')}`);
}

/** @returns the first `count` records */
export const take = (profile, count, seed = 1) => {
  const records = subjects(profile, seed);
  return Array.from({ length: count }, () => records.next().value);
};
