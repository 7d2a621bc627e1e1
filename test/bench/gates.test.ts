import { describe, expect, it } from 'vitest';
import { judge, NOTHING } from './gates.mjs';

const row = (id: string, median: number, wrong = 0) => ({
  id,
  profile: 'mixed',
  ratioToHand: { median, min: median, max: median },
  wrong,
  checked: 20_000,
});

const compared = (count: number, evaluated: number, differences = 0) =>
  ['random', 'adversarial'].map((id) => ({ id, count, evaluated, differences }));

/** The gate whose figure begins so, of a result. */
const gateOf = (start: string, result: object) =>
  judge({ ...NOTHING, ...result }).find(({ figure }) => figure.startsWith(start));

const OUTCOME = 'an outcome, to the hand-written function';
const quiet = { mixed: { median: 1, min: 0.9, max: 1.2 } };

describe('a gate of the benchmark', () => {
  it('is undecided where nothing was measured, and says why', () => {
    for (const { verdict, met, why } of judge(NOTHING))
      expect({ verdict, met, why }).toEqual({
        verdict: 'undecided',
        met: null,
        why: expect.any(String) as string,
      });
  });

  it.each([
    { median: 2, noise: {}, verdict: 'met' },
    { median: 2.3, noise: {}, verdict: 'undecided' },
    { median: 2.3, noise: quiet, verdict: 'met within noise' },
    { median: 2.5, noise: quiet, verdict: 'missed' },
  ])('of at most 2 is $verdict at $median with the noise $noise', ({ median, noise, verdict }) => {
    const found = gateOf(OUTCOME, { rows: [row('timbang', median)], noise });
    expect(found).toMatchObject({ gate: 2, verdict });
  });

  it.each([
    { peer: 160, verdict: 'met' },
    { peer: 150, verdict: 'met within noise' },
    { peer: 140, verdict: 'missed' },
  ])(
    'of at least 80 is $verdict where a peer takes $peer and an outcome 2',
    ({ peer, verdict }) => {
      const rows = [row('timbang', 2), row('json-logic-js', peer)];
      const found = gateOf('an outcome, times faster than json-logic-js', { rows, noise: quiet });
      expect(found).toMatchObject({ gate: 80, measured: peer / 2, verdict });
    },
  );

  it('never takes noise for more than it is: equal code that came out faster makes no gate harder', () => {
    const noise = { mixed: { median: 0.9, min: 0.8, max: 0.95 } };
    const found = gateOf(OUTCOME, { rows: [row('timbang', 2.1)], noise });
    expect(found).toMatchObject({ lessNoise: 2.1, verdict: 'missed' });
  });

  it('says by which time of its own an outcome would reach a peer', () => {
    const rows = [row('timbang', 9), row('json-logic-js', 120)];
    const found = gateOf('an outcome, times faster than json-logic-js', { rows, noise: quiet });
    expect(found?.why).toContain('at most 1.5 times the hand-written function');
  });
});

describe('the gate of a million', () => {
  const GATE = 'wrong scores or ratings of a million';

  it.each([
    { exactness: compared(999_999, 999_999), verdict: 'undecided' },
    { exactness: compared(1_000_000, 100_000), verdict: 'undecided' },
    { exactness: compared(1_000_000, 1_000_000).slice(1), verdict: 'undecided' },
    { exactness: compared(1_000_000, 1_000_000), verdict: 'met' },
    { exactness: compared(1_000_000, 1_000_000, 1), verdict: 'missed' },
  ])('is $verdict of $exactness', ({ exactness, verdict }) => {
    expect(gateOf(GATE, { exactness })).toMatchObject({ verdict });
  });

  it('is not decided by rows that were checked before they were timed, which have a line of their own', () => {
    const rows = [row('timbang', 2), row('timbang-evaluate', 900, 3)];
    expect(gateOf(GATE, { rows })).toMatchObject({ verdict: 'undecided' });
    expect(gateOf('wrong scores or ratings of timed rows', { rows })).toMatchObject({
      isOwn: true,
      measured: 3,
      verdict: 'missed',
    });
  });
});

describe('the gate of memory', () => {
  const large = (bytes: number, one: number, two: number) => ({
    large: [
      { id: 'bare-parse', bytes, peakMiB: 500 },
      { id: 'timbang-ndjson', bytes, peakMiB: one },
      { id: 'timbang-ndjson-workers', bytes, peakMiB: two },
    ],
  });

  it.each([
    { result: large(1e9, 80, 90), verdict: 'undecided' },
    { result: large(2.5e9, 80, 90), verdict: 'met' },
    { result: large(2.5e9, 80, 130), verdict: 'missed' },
  ])('is $verdict of $result', ({ result, verdict }) => {
    expect(gateOf('peak memory', result)).toMatchObject({ verdict });
  });
});

describe('the gate of growth', () => {
  const size = (what: string, count: number, median: number | null, why: string | null = null) => ({
    what,
    size: count,
    toBefore: median === null ? null : { median, min: median, max: median },
    why,
  });

  it('is judged by the worst step, and names exact arithmetic where that is what was measured', () => {
    const linear = [
      size('indicators', 10, null),
      size('indicators', 100, 0.1),
      size('indicators', 1000, 90, 'its fraction may have too many digits'),
    ];
    const found = gateOf('linear growth: the cost of an indicator', { linear, noise: quiet });
    expect(found).toMatchObject({ measured: 90, verdict: 'missed' });
    expect(found?.why).toContain('its fraction may have too many digits');
  });
});

describe('the gate of size', () => {
  it('asks for 45 kB whatever the budget of the project is', () => {
    const name = 'everything in the main entry, minified, with every dependency';
    const result = { size: { [name]: { bytes: 160_000, limit: 166_000 } } };
    const found = gateOf('gzip of the main entry', result);
    expect(found).toMatchObject({ gate: 45, measured: 160, verdict: 'missed', isOwn: false });
    expect(found?.why).toContain('decisions/0018');
    const own = gateOf(`size, gzip, kB: ${name}`, result);
    expect(own).toMatchObject({ gate: 166, verdict: 'met', isOwn: true });
  });
});
