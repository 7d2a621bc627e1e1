// A figure of a result with its gate, and why it is missed where it is. These reasons hold whatever the figures of a
// run are.

export const rowOf = (result, id) =>
  result.rows.find((row) => row.id === id && row.profile === 'mixed')?.ratioToHand.median;
export const besideOf = (result, id) => result.beside.find((each) => each.id === id)?.ratio.median;
export const batchOf = (result, id) => result.batch.find((row) => row.id === id)?.ratioToBareParse;
export const columnsOf = (result, id) =>
  result.columns.find((row) => row.id === id)?.ratioToHandColumns;
export const quotient = (a, b) => (a === undefined || b === undefined ? undefined : a / b);

/** Judged less the noise of what it was measured among. */
export const atMost = (figure, gate, measured, more) => ({
  figure,
  is: 'at most',
  gate,
  measured,
  noise: 'mixed',
  ...more,
});
export const atLeast = (figure, gate, measured, more) => ({
  figure,
  is: 'at least',
  gate,
  measured,
  noise: 'mixed',
  ...more,
});
/** Counted, not timed: no noise is taken off. */
export const counted = (figure, gate, measured, more) => ({
  figure,
  is: 'at most',
  gate,
  measured,
  ...more,
});

/** How many times faster than a peer, and what that asks for beside the hand-written function. */
export const faster = (result, { figure, gate, peer, own = 'timbang', why }) => {
  const other = rowOf(result, peer);
  const most =
    other === undefined ? '' : Number((other / gate).toPrecision(2)).toLocaleString('en');
  return atLeast(figure, gate, quotient(other, rowOf(result, own)), {
    why: `Beside this peer the gate asks for at most ${most} times the hand-written function. ${why}`,
  });
};
