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
  const time =
    ratioToHand === undefined
      ? ''
      : `${figure(ratioToHand.median)} (${figure(ratioToHand.min)} to ${figure(ratioToHand.max)})`;
  const errors =
    wrong === 0
      ? `right on ${checked}`
      : `WRONG ${figure(wrongPerMillion)} per million of ${checked}`;
  const referee =
    refereePerMillion === null ? '' : `, exact path ${figure(refereePerMillion)} per million`;
  say(`  ${profile.padEnd(16)}${id.padEnd(25)}${time.padEnd(24)}${errors}${referee}`);
};

export const printGates = ({ gates, noise }) => {
  const { median, min, max } = noise.ratio;
  say(
    noise.pairs === 0
      ? '\nA/A (equal code): not measured\n'
      : `\nA/A (equal code): ${figure(median)} (${figure(min)} to ${figure(max)})\n`,
  );
  const word = { true: 'met', false: 'MISSED', null: 'undecided' };
  for (const { figure: what, is, gate, measured, met } of gates)
    say(`  ${word[met].padEnd(14)}${what}: ${figure(measured)}, ${is} ${figure(gate)}`);
};
