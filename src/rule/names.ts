import type { NumberSlot, Rule } from './rule.js';

const textsIn = (value: unknown): readonly string[] => {
  const list: readonly unknown[] = Array.isArray(value) ? value.flat() : [value];
  return list.filter((each) => typeof each === 'string');
};

const NO_NAMES: readonly string[] = [];

/**
 * The names that a rule's `var` and `missing` read, each once; for ordering, before anything is compiled.
 *
 * Anything that is not a well-formed rule reads nothing here; compiling it reports why.
 */
export const namesIn = (rule: Rule | NumberSlot | undefined): readonly string[] => {
  if (typeof rule !== 'object') return NO_NAMES;
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'var' && typeof inner === 'string') found.add(inner);
        else if (key === 'missing' || key === 'missing_some')
          for (const name of textsIn(inner)) found.add(name);
        else visit(inner);
      }
    }
  };
  visit(rule);
  return [...found];
};
