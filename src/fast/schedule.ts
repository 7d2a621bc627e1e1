import type { Tie } from './build.js';
import type { Instruction, Program, Ties } from './program.js';

/** Ties as the columns that are read while a plan runs. */
export const tiesOf = (ties: readonly Tie[]): Ties => ({
  actual: Int32Array.from(ties, ({ actual }) => actual),
  target: Int32Array.from(ties, ({ target }) => target),
  actualScale: Float64Array.from(ties, ({ actualScale }) => actualScale),
  targetScale: Float64Array.from(ties, ({ targetScale }) => targetScale),
  left: Float64Array.from(ties, ({ left }) => left),
  right: Float64Array.from(ties, ({ right }) => right),
  isHeld: Uint8Array.from(ties, ({ isHeld }) => Number(isHeld)),
});

/** Where each of several lists begins once they stand one after another, and where the last ends. */
const beginnings = (lists: readonly (readonly number[])[]): Int32Array => {
  const from = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) from[i + 1] = (from[i] ?? 0) + list.length;
  return from;
};

/** The instructions of which somebody reads the result: one of `wanted`, or an instruction that is wanted itself. */
export const wantedOf = (
  instructions: readonly Instruction[],
  wanted: Iterable<number>,
): readonly Instruction[] => {
  const places = new Set(wanted);
  const kept: Instruction[] = [];
  for (const instruction of [...instructions].reverse()) {
    if (!places.has(instruction.out)) continue;
    kept.push(instruction);
    for (const place of instruction.reads) places.add(place);
  }
  return kept.reverse();
};

/** By instruction, one more than the levels of all that it reads; they come in an order in which that is known. */
const levelsOf = (instructions: readonly Instruction[]): readonly number[] => {
  const levels = new Map<number, number>();
  return instructions.map(({ reads, out }) => {
    const level = reads.reduce((most, place) => Math.max(most, levels.get(place) ?? 0), 0) + 1;
    levels.set(out, level);
    return level;
  });
};

/** `instructions` as they run: a level reads only levels before it, and in a level like ones stand together. */
export const schedule = (instructions: readonly Instruction[], ties: Ties): Program => {
  const levels = levelsOf(instructions);
  const sorted = instructions
    .map((each, i) => ({ each, i, level: levels[i] ?? 0 }))
    .sort((p, q) => p.level - q.level || p.each.op - q.each.op || p.i - q.i);
  const order = sorted.map(({ each }) => each);
  const starts = sorted.flatMap(({ each, level }, i) =>
    each.op === sorted[i - 1]?.each.op && level === sorted[i - 1]?.level ? [] : [i],
  );
  const lists = order.map(({ list }) => list);
  const numbers = order.map((each) => each.numbers);
  const whole = (pick: (each: Instruction) => number): Int32Array => Int32Array.from(order, pick);
  const real = (pick: (each: Instruction) => number): Float64Array =>
    Float64Array.from(order, pick);
  return {
    op: Uint8Array.from(starts, (i) => order[i]?.op ?? 0),
    from: Int32Array.from([...starts, order.length]),
    out: whole(({ out }) => out),
    a: whole(({ a }) => a),
    b: whole(({ b }) => b),
    c: whole(({ c }) => c),
    x: real(({ x }) => x),
    y: real(({ y }) => y),
    z: real(({ z }) => z),
    list: Int32Array.from(lists.flat()),
    listFrom: beginnings(lists),
    numbers: Float64Array.from(numbers.flat()),
    numbersFrom: beginnings(numbers),
    each: order.map(({ each }) => each && { ...each, program: schedule(each.instructions, ties) }),
    ties,
  };
};
