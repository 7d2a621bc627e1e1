/** A JSON pointer: empty for the whole document, otherwise `/`-separated escaped keys. Source: RFC 6901. */
export type Pointer = string;

/**
 * The pointer of a member of the value at `base`.
 *
 * @param base - pointer of an object or array
 * @param keys - member names or array positions, outermost first
 * Source: RFC 6901, section 3 (`~` is written `~0`, `/` is written `~1`)
 */
export const pointerTo = (base: Pointer, ...keys: readonly (string | number)[]): Pointer => {
  let pointer = base;
  for (const key of keys) pointer += `/${typeof key === 'number' ? String(key) : escaped(key)}`;
  return pointer;
};

const escaped = (key: string): string => {
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    if (unit === TILDE || unit === SLASH) return key.replaceAll('~', '~0').replaceAll('/', '~1');
  }
  return key;
};

const TILDE = '~'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);

/**
 * The member names a pointer passes, outermost first.
 *
 * Source: RFC 6901, section 4
 */
export const pointerKeys = (pointer: Pointer): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => (key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key));
