// Rows in turn with others than the hand-written function.
import { say } from '../print.mjs';
import { compared, inTurn, inTwos, perMillion } from '../process.mjs';
import { BESIDE, isOfShape, loadRow } from '../rows.mjs';
import { isQuick, settings } from '../settings.mjs';
import { checkRows, measure } from './rows.mjs';

/** Those that score by the same policy can be compared with the oracle. */
const isComparable = async (id) => (await loadRow(id)).read !== undefined;

const timesOf = async ({ id, profile }) => (await measure(id, [profile]))[profile];

/** What stands beside the same other, together. */
const byBase = (names) => {
  const groups = new Map();
  for (const name of names) {
    const [, { id }] = BESIDE[name];
    groups.set(id, [...(groups.get(id) ?? []), name]);
  }
  return [...groups.values()];
};

/** @returns `beside`, in the order of `BESIDE` */
export const measureBeside = async () => {
  const names = Object.keys(BESIDE).filter((name) => !isQuick || !isOfShape(name));
  say('rows in turn with others');
  const ids = [...new Set(names.flatMap((name) => BESIDE[name].map(({ id }) => id)))];
  const comparable = [];
  for (const id of ids) if (await isComparable(id)) comparable.push(id);
  const { mixed } = await checkRows(comparable, ['mixed']);

  const times = {};
  for (const group of byBase(names))
    for (const two of isQuick ? group.map((name) => [name]) : inTwos(group)) {
      const [, base] = BESIDE[two[0]];
      const things = two.map((name) => () => timesOf(BESIDE[name][0]));
      const found = await inTurn(settings.pairs, things, () => timesOf(base), isQuick);
      for (const [i, name] of two.entries()) times[name] = compared(found[i], (each) => each);
    }

  const beside = [];
  for (const name of names) {
    const [of, other] = BESIDE[name];
    const { ratio, pairs, first, second } = times[name];
    const { checked = 0, wrong = 0 } = (of.profile === 'mixed' && mixed[of.id]) || {};
    const wrongPerMillion = checked === 0 ? null : perMillion(wrong, checked);
    const { about } = await loadRow(of.id);
    beside.push({
      id: name,
      of,
      beside: other,
      ratio,
      pairs,
      first,
      second,
      checked,
      wrong,
      wrongPerMillion,
      about,
    });
    const told = wrong === 0 ? '' : `, WRONG on ${wrong} of ${checked}`;
    say(
      `  ${name}: ${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})${told}`,
    );
  }
  return { beside };
};
