type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Every document with one part less or simpler, the larger parts first. */
function* simpler(json: Json): Generator<Json> {
  if (typeof json !== 'object' || json === null) return;
  if (Array.isArray(json)) {
    const list = json as readonly Json[];
    for (const at of list.keys()) yield list.filter((_, other) => other !== at);
    for (const [at, each] of list.entries()) {
      for (const less of simpler(each))
        yield list.map((other, index) => (index === at ? less : other));
    }
    return;
  }
  for (const key of Object.keys(json)) {
    yield Object.fromEntries(Object.entries(json).filter(([other]) => other !== key));
  }
  for (const [key, inside] of Object.entries(json)) {
    for (const less of [...inner(inside), ...simpler(inside)])
      yield Object.assign({}, json, { [key]: less });
  }
}

/** What stands inside an operation in its place: an operand for the whole. */
function* inner(json: Json): Generator<Json> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return;
  const inside = Object.values(json);
  const [first] = inside;
  if (inside.length !== 1 || first === undefined) return;
  if (Array.isArray(first)) yield* first as readonly Json[];
  else yield first;
}

/** A least document that still fails: no single part can be left out. */
export const minimised = <T>(failing: T, fails: (candidate: T) => boolean): T => {
  let least = failing;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of simpler(JSON.parse(JSON.stringify(least)) as Json)) {
      // A part less of a JSON document; `fails` refuses what is no longer a T.
      if (!fails(candidate as T)) continue;
      least = candidate as T;
      isSmaller = true;
      break;
    }
  }
  return least;
};
