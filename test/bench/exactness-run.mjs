// A process of its own: one part of the exactness run. Prints JSON.
import * as api from '../../dist/index.js';
import { argument } from './arguments.mjs';
import { compareExactly } from './exactness.mjs';
import { row as hand } from './rows/hand.mjs';

const { profiles, count, seed, every } = argument(process.argv.slice(2));
const found = compareExactly({
  api,
  hand: hand.setUp(),
  profiles: profiles.split(','),
  count: Number(count),
  seed: Number(seed),
  evaluateEvery: Number(every),
});
console.log(JSON.stringify(found));
