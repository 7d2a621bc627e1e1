import { doubleOf } from '../rule/double.js';
import type { Build, Value } from '../fast/build.js';
import { and, compare, isAt, not, or, round, select, steps } from '../fast/decide.js';
import { wholeSpan } from '../fast/span.js';
import { placesStep } from '../number/round.js';
import type { RateNode } from './bands.js';

const REACHED = { less: false, equal: true, greater: true };
const PASSED = { less: false, equal: false, greater: true };

/** 1 where a value lies in no printed range. */
const betweenDoubles = (node: RateNode, value: Value, build: Build): Value => {
  const inside = node.printed.map(({ low, high }) => {
    const reached =
      low === undefined ? build.whole(1) : compare(build, value, build.constant(low), REACHED);
    const passed =
      high === undefined ? build.whole(0) : compare(build, value, build.constant(high), PASSED);
    return and(build, reached, not(build, passed));
  });
  return not(
    build,
    inside.reduce((any, each) => or(build, any, each), build.whole(0)),
  );
};

/** The label after its guards: from the best down, for each leads further down. */
const guardedDoubles = (node: RateNode, band: Value, build: Build): Value =>
  [...node.guards]
    .sort(([a], [b]) => b - a)
    .reduce((label, [at, guard]) => {
      const is = isAt(build, label, at);
      const falls = and(build, is, not(build, doubleOf(guard.when, build)));
      return select(build, falls, build.whole(guard.else), label);
    }, band);

/** The label of the band that the value read has reached, in doubles. */
export const fastRate = (node: RateNode, build: Build): Value => {
  const read = doubleOf(node.read, build);
  const between = node.gaps === undefined ? undefined : betweenDoubles(node, read, build);
  if (between !== undefined && node.gaps !== 'report')
    build.remark(between, build.whole(0), () => ({ code: 'rate.printed_gap' }));
  const value =
    typeof node.gaps === 'object'
      ? round(build, read, {
          ...node.gaps['round-first'],
          step: placesStep(node.gaps['round-first'].places),
        }).value
      : read;
  const count = node.labels.names.length;
  const band = steps(
    build,
    value,
    node.bands.map(({ edge }) => edge),
    {
      below: node.below,
      at: node.bands.map(({ label }) => label),
      span: wholeSpan(0, count - 1),
    },
  );
  const label = guardedDoubles(node, band, build);
  if (node.guards.size > 0) {
    const name = (at: number): string => node.labels.names[at] ?? '';
    build.remark(band, label, (from, to) => ({
      code: 'rate.guarded',
      params: { label: name(from), other: name(to) },
    }));
  }
  return between === undefined || node.gaps !== 'report'
    ? label
    : select(build, between, build.nothing(), label);
};
