import { type Pointer, pointerKeys, pointerTo } from '../pointer.js';

/** Which policy a rule stands in, and where. */
export interface Origin {
  readonly policy: string;
  readonly version: string;
  readonly pointer: Pointer;
}

/** In which policy each part of one stands that extends another, and where there. */
export type OriginOf = (pointer: Pointer) => Origin;

/**
 * The place of a part in the child's own document: that of the longest place known at or above it, and the rest.
 *
 * @param own - places in the merged policy, each with the place in the child's document
 * @returns undefined when the part is a parent's
 */
export const ownPointer = (
  own: ReadonlyMap<Pointer, Pointer>,
  pointer: Pointer,
): Pointer | undefined => {
  const keys = pointerKeys(pointer);
  for (let length = keys.length; length >= 0; length--) {
    const found = own.get(pointerTo('', ...keys.slice(0, length)));
    if (found !== undefined) return pointerTo(found, ...keys.slice(length));
  }
  return undefined;
};
