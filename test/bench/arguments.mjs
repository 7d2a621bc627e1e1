/** @returns `--name value` pairs as an object; a `--name` without a value is true */
export const argument = (given) => {
  const found = {};
  for (let i = 0; i < given.length; i++) {
    const [name, inline] = given[i].replace(/^--/, '').split('=');
    const next = given[i + 1];
    if (inline !== undefined) found[name] = inline;
    else if (next === undefined || next.startsWith('--')) found[name] = true;
    else {
      found[name] = next;
      i += 1;
    }
  }
  return found;
};
