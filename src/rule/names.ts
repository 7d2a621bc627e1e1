import type { NumberSlot, Rule } from './rule.js';

/**
 * The names that a rule's `var`s read, each once; for ordering, before anything is compiled.
 *
 * Anything that is not a well-formed rule reads nothing here; compiling it reports why.
 */
export const namesIn = (rule: Rule | NumberSlot | undefined): readonly string[] => {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'var' && typeof inner === 'string') found.add(inner);
        else visit(inner);
      }
    }
  };
  visit(rule);
  return [...found];
};
