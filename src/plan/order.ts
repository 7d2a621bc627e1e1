/** Something with a name that reads other names. */
interface Node {
  readonly name: string;
  readonly reads: readonly string[];
}

/** Levels in which each node stands after all that it reads, or the names that depend on each other. */
type Ordering =
  | { readonly levels: readonly (readonly string[])[] }
  | { readonly cycle: readonly string[] };

/** One cycle among the nodes that are `left`, every one of which reads another of them. */
const findCycle = (nodes: readonly Node[], left: ReadonlySet<string>): readonly string[] => {
  const reads = new Map(nodes.map((node) => [node.name, node.reads]));
  const path: string[] = [];
  const seen = new Map<string, number>();
  let current = [...left][0];
  while (current !== undefined && !seen.has(current)) {
    seen.set(current, path.length);
    path.push(current);
    current = reads.get(current)?.find((name) => left.has(name));
  }
  return path.slice(current === undefined ? 0 : seen.get(current));
};

/** By position of a node: the positions of those that read it, and how many it reads itself. */
const linksOf = (
  nodes: readonly Node[],
): { readonly readers: readonly (readonly number[])[]; readonly open: number[] } => {
  const positions = new Map(nodes.map(({ name }, i) => [name, i]));
  const readers: number[][] = nodes.map(() => []);
  const open = nodes.map(({ reads }, i) => {
    let count = 0;
    for (const name of reads) {
      const of = readers[positions.get(name) ?? -1];
      // A name that is read twice counts once.
      if (of === undefined || of.at(-1) === i) continue;
      of.push(i);
      count += 1;
    }
    return count;
  });
  return { readers, open };
};

/**
 * The nodes by level: level 0 reads no other node, level n reads levels below n. Within a level, the
 * order given.
 *
 * Source: A. B. Kahn, Topological sorting of large networks, CACM 5 (1962)
 */
export const orderByReads = (nodes: readonly Node[]): Ordering => {
  const { readers, open } = linksOf(nodes);
  const nameAt = (i: number): string => nodes[i]?.name ?? '';
  const levels: string[][] = [];
  let level = [...nodes.keys()].filter((i) => open[i] === 0);
  let count = 0;
  while (level.length > 0) {
    levels.push(level.map(nameAt));
    count += level.length;
    const next: number[] = [];
    for (const i of level) {
      for (const reader of readers[i] ?? []) {
        const rest = (open[reader] ?? 0) - 1;
        open[reader] = rest;
        if (rest === 0) next.push(reader);
      }
    }
    level = next.sort((a, b) => a - b);
  }
  if (count === nodes.length) return { levels };
  const left = nodes.filter((_, i) => (open[i] ?? 0) > 0).map(({ name }) => name);
  return { cycle: findCycle(nodes, new Set(left)) };
};
