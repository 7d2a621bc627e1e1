import { isReference } from '../evidence/plain-value.js';

/**
 * @throws TypeError where `plan` is none; most often it is the result that holds one
 */
export const checkPlan = (plan: unknown): void => {
  if (isReference(plan) && 'layout' in plan) return;
  throw new TypeError('`plan` is no plan: give what `unwrap(compilePolicy(policy))` returns');
};

/**
 * @throws TypeError where `documents` are not given one after another, and where what is is parts of one text
 */
export const checkDocuments = (documents: unknown): void => {
  if (typeof documents === 'string' || ArrayBuffer.isView(documents))
    throw new TypeError(
      '`documents` is one text: give an array of its lines, or the text to `scoreEach` of timbang/batch',
    );
  if (isReference(documents) && Symbol.iterator in documents) return;
  if (isReference(documents) && Symbol.asyncIterator in documents)
    throw new TypeError(
      '`documents` comes asynchronously: collect it first, or give it to `scoreEach` of timbang/batch',
    );
  throw new TypeError('`documents` is no list: put a single document into an array');
};
