/** A line of progress or of a table. */
export const say = (text) => {
  console.log(text);
};

const figure = (value) => {
  if (value === undefined || value === null) return '-';
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
};

export const printRow = (row) => {
  const { id, profile, ratioToHand, wrongPerMillion, wrong, checked, refereePerMillion } = row;
  const { median, min, max } = ratioToHand;
  const time = `${figure(median)} (${figure(min)} to ${figure(max)})`;
  const errors =
    wrong === 0
      ? `right on ${checked}`
      : `WRONG ${figure(wrongPerMillion)} per million of ${checked}`;
  const referee =
    refereePerMillion === null ? '' : `, exact path ${figure(refereePerMillion)} per million`;
  say(`  ${profile.padEnd(16)}${id.padEnd(25)}${time.padEnd(24)}${errors}${referee}`);
};

const inCapitals = { missed: 'MISSED', 'met within noise': 'within noise' };

export const printGates = ({ gates, noise }) => {
  say('\nequal code beside itself:');
  for (const [what, { median, min, max }] of Object.entries(noise))
    say(`  ${what}: ${figure(median)} (${figure(min)} to ${figure(max)})`);
  for (const isOwn of [false, true]) {
    say(isOwn ? '\nlimits of the project:' : '\ngates:');
    for (const { figure: what, is, gate, measured, verdict } of gates.filter(
      (each) => each.isOwn === isOwn,
    ))
      say(
        `  ${(inCapitals[verdict] ?? verdict).padEnd(14)}${what}: ${figure(measured)}, ${is} ${figure(gate)}`,
      );
  }
};
