/** Something with a name that reads other names. */
interface Node {
  readonly name: string;
  readonly reads: readonly string[];
}

/** Levels in which each node stands after all that it reads, or the names that depend on each other. */
type Ordering =
  | { readonly levels: readonly (readonly string[])[] }
  | { readonly cycle: readonly string[] };

/** One cycle among `names`, every one of which reads another of them. */
const findCycle = (
  reads: ReadonlyMap<string, readonly string[]>,
  names: ReadonlySet<string>,
): readonly string[] => {
  const path: string[] = [];
  const seen = new Map<string, number>();
  let current = [...names][0];
  while (current !== undefined && !seen.has(current)) {
    seen.set(current, path.length);
    path.push(current);
    current = (reads.get(current) ?? []).find((name) => names.has(name));
  }
  return path.slice(current === undefined ? 0 : seen.get(current));
};

/**
 * The nodes by level: level 0 reads no other node, level n reads levels below n. Within a level, the
 * order given.
 *
 * Source: A. B. Kahn, Topological sorting of large networks, CACM 5 (1962)
 */
export const orderByReads = (nodes: readonly Node[]): Ordering => {
  const known = new Set(nodes.map(({ name }) => name));
  const reads = new Map(
    nodes.map((node) => [node.name, [...new Set(node.reads)].filter((name) => known.has(name))]),
  );
  const readers = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [name, names] of reads) {
    open.set(name, names.length);
    for (const read of names) readers.set(read, [...(readers.get(read) ?? []), name]);
  }
  const levels: string[][] = [];
  const position = new Map(nodes.map(({ name }, i) => [name, i]));
  let level = nodes.filter(({ name }) => open.get(name) === 0).map(({ name }) => name);
  const left = new Set(known);
  while (level.length > 0) {
    levels.push(level);
    const next: string[] = [];
    for (const name of level) {
      left.delete(name);
      for (const reader of readers.get(name) ?? []) {
        const rest = (open.get(reader) ?? 0) - 1;
        open.set(reader, rest);
        if (rest === 0) next.push(reader);
      }
    }
    level = next.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  }
  if (left.size === 0) return { levels };
  return { cycle: findCycle(reads, left) };
};
