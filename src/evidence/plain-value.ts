/** The members of an object that somebody gave. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether `value` is an object, of whatever class, or an array. */
export const isReference = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

/** Whether `value` is an object of a document and nothing more. */
export const isPlainObject = (value: unknown): value is Members => {
  if (!isReference(value) || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Whether `value` is an array of a document, of anything, and nothing more. */
export const isPlainArray = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype;

/** Longer texts, and those with a surrogate in them, are looked at by the careful door. */
export const LONGEST_TEXT = 200;

/** Whether `value` is a short text without surrogates, which needs no further look. */
export const isText = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) return false;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) return false;
  }
  return true;
};
