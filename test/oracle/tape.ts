/** Decisions read off a list of numbers, so that a shorter or smaller list is a simpler document. */
export interface Tape {
  /** 0 to `below` - 1; 0 once the list is used up. */
  readonly int: (below: number) => number;
  /** A member; the first is the simplest. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** Whether to: `percent` times in a hundred, and never on an empty list. */
  readonly chance: (percent: number) => boolean;
  /** `least` to `most` different members, fewer when there are not as many, in any order. */
  readonly some: <T>(list: readonly T[], least: number, most: number) => readonly T[];
}

export const tapeOf = (numbers: readonly number[]): Tape => {
  let at = 0;
  const int = (below: number): number => {
    const number = numbers[at] ?? 0;
    at += 1;
    return number % below;
  };
  const pick = <T>(list: readonly T[]): T => {
    const index = int(Math.max(1, list.length));
    for (const [position, member] of list.entries()) if (position === index) return member;
    throw new RangeError('nothing to pick from');
  };
  return {
    int,
    pick,
    chance: (percent) => int(100) >= 100 - percent,
    some: (list, least, most) => {
      const left = [...list];
      const count = Math.min(left.length, least + int(most - least + 1));
      return Array.from({ length: count }, () => left.splice(int(left.length), 1)).flat();
    },
  };
};
