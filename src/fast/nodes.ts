import type { TieDraft } from './build.js';
import { EMPTY } from './memory.js';
import {
  type EachRow,
  type Instruction,
  type Node,
  OP,
  type Op,
  type Program,
  type Tie,
} from './program.js';

const NO_CODES = new Int32Array(0);
const NO_NODES: readonly Node[] = [];
const NO_TIES: readonly undefined[] = [];

/**
 * A node while it is linked to others. All have one shape, so that reading one is reading a field; what most operations
 * read stands first, within one line of a cache.
 */
class Linked implements Node {
  op: Op = OP.given;
  v = NaN;
  a: Node = this;
  b: Node = this;
  next: Node = this;
  c: Node = this;
  x = NaN;
  y = NaN;
  z = NaN;
  k = 0;
  n = 0;
  list = NO_NODES;
  numbers = EMPTY;
  codes = NO_CODES;
  ties: readonly (Tie | undefined)[] = NO_TIES;
  all = EMPTY;
  each: EachRow | undefined = undefined;
}

/** The operations of which somebody reads the result: one of `wanted`, or an operation that is wanted itself. */
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

/** The operations of a plan linked to each other. */
interface Nodes {
  readonly at: (place: number) => Node;
  /** Links operations that come in an order in which they can run. */
  readonly link: (instructions: readonly Instruction[]) => Program;
  readonly all: () => readonly Node[];
}

/** Nodes for places, of which some hold constants. */
export const makeNodes = (
  constants: readonly { readonly place: number; readonly value: number }[],
  ties: readonly TieDraft[],
): Nodes => {
  const known = new Map<number, Linked>();
  const at = (place: number): Linked => {
    const node = known.get(place) ?? new Linked();
    known.set(place, node);
    return node;
  };
  for (const { place, value } of constants) at(place).v = value;

  const tieAt = (position: number): Tie | undefined => {
    const tie = ties[position];
    return tie && { ...tie, actual: at(tie.actual), target: at(tie.target) };
  };

  const eachRow = ({ each }: Instruction): EachRow | undefined =>
    each && {
      table: each.table,
      column: each.column,
      loads: each.loads.map(({ column, place }) => ({ column, node: at(place) })),
      program: link(each.instructions),
      result: at(each.result),
    };

  const fill = (node: Linked, instruction: Instruction): void => {
    const { op, reads, x, y, z, k, n, codes, numbers } = instruction;
    const list = reads.map(at);
    const [a = node, b = node, c = node] = list;
    node.op = op;
    node.a = a;
    node.b = b;
    node.c = c;
    node.x = x;
    node.y = y;
    node.z = z;
    node.k = k;
    node.n = n;
    // Most have none of these, and share that.
    if (list.length > 0) node.list = list;
    if (codes.length > 0) node.codes = new Int32Array(codes);
    if (numbers.length > 0) node.numbers = new Float64Array(numbers);
    if (instruction.ties.length > 0) node.ties = instruction.ties.map(tieAt);
    node.each = eachRow(instruction);
  };

  const link = (instructions: readonly Instruction[]): Program => {
    const nodes = instructions.map((instruction) => {
      const node = at(instruction.out);
      fill(node, instruction);
      return node;
    });
    for (const [i, node] of nodes.entries()) node.next = nodes[i + 1] ?? node;
    return { first: nodes[0] ?? new Linked(), count: nodes.length };
  };

  return { at, link, all: () => [...known.values()] };
};
