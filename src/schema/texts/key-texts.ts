import type { Text } from '../../issue.js';

/**
 * What the keys of a policy mean, in both languages: by the definition that they stand in, then by key; a key
 * inside another as `open.min`.
 */
export type KeyTexts = Readonly<Record<string, Readonly<Record<string, Text>>>>;
