// Every row in turn with the hand-written function, on every profile.
import { folder } from '../builds.mjs';
import { printRow, say } from '../print.mjs';
import { atOnce, compared, inTurn, inTwos, perMillion, runScript } from '../process.mjs';
import { isOnProfile, loadRow } from '../rows.mjs';
import { isQuick, options, settings } from '../settings.mjs';

/** How long a row takes on profiles: nanoseconds for a subject, by profile. */
export const measure = async (id, profiles) => {
  const { seconds } = settings;
  // What a quick run is for is told by the first.
  const given = { row: id, profiles: profiles.join(','), folder, seconds, moreSeconds: 0.04 };
  return (await runScript('measure.mjs', given)).nanoseconds;
};

/** Whether rows are right on profiles, and how often not: before anything is timed. */
export const checkRows = async (rows, profiles) => {
  const found = {};
  const { slowChecks } = settings;
  await atOnce(
    profiles.map((profile) => async () => {
      const records = `${folder}/${profile}.checked.ndjson`;
      const ids = rows.filter((id) => isOnProfile(id, profile));
      const given = { rows: ids.join(','), profile, records, slowChecks };
      found[profile] = (await runScript('check.mjs', given)).found;
      if (!ids.includes('timbang')) return;
      const { asked, refereed } = await runScript('referee.mjs', { profile, records });
      found[profile].timbang.refereePerMillion = perMillion(refereed, asked);
    }),
  );
  return found;
};

/** A quick run takes more pairs of what most is said of. */
const QUICK_PAIRS = { hand: 2, timbang: 2 };

const pairsOf = (id) =>
  isQuick && options.pairs === undefined ? (QUICK_PAIRS[id] ?? settings.pairs) : settings.pairs;

/** Times rows one after the other, each on all of its profiles in one process and at the same time as `hand`. */
async function* timeQuickly({ rows, profiles }) {
  for (const id of rows) {
    const on = profiles.filter((profile) => isOnProfile(id, profile));
    const own = () => measure(id, on);
    const [pairs] = await inTurn(pairsOf(id), [own], () => measure('hand', on), true);
    for (const profile of on) yield { id, profile, time: compared(pairs, (each) => each[profile]) };
  }
}

/** Times rows by profiles, `hand` between two of them, every one in a process of its own. */
async function* timeInTurn({ rows, profiles }) {
  for (const profile of profiles) {
    const hand = () => measure('hand', [profile]);
    for (const ids of inTwos(rows.filter((id) => isOnProfile(id, profile)))) {
      const things = ids.map((id) => () => measure(id, [profile]));
      const found = await inTurn(settings.pairs, things, hand);
      for (const [i, id] of ids.entries())
        yield { id, profile, time: compared(found[i], (each) => each[profile]) };
    }
  }
}

/** @returns `rows`, and of `noise` what the hand-written function came to beside itself, by profile */
export const measureRows = async () => {
  say('checking the rows against the oracle');
  const checks = await checkRows(settings.rows, settings.profiles);
  say(`each row in turn with hand, ${settings.pairs} pairs of ${settings.seconds} s`);
  const rows = [];
  for await (const { id, profile, time } of (isQuick ? timeQuickly : timeInTurn)(settings)) {
    const { checked, wrong, examples, refereePerMillion = null } = checks[profile][id];
    const row = {
      id,
      profile,
      ratioToHand: time.ratio,
      pairs: time.pairs,
      nanoseconds: time.first,
      wrongPerMillion: perMillion(wrong, checked),
      refereePerMillion,
      checked,
      wrong,
      examples,
      about: (await loadRow(id)).about,
    };
    rows.push(row);
    printRow(row);
  }
  const noise = Object.fromEntries(
    rows
      .filter(({ id }) => id === 'hand')
      .map(({ profile, ratioToHand, pairs }) => [profile, { ...ratioToHand, pairs }]),
  );
  return { rows, noise };
};
