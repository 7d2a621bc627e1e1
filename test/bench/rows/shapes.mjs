// Documents of other shapes than the common one: the order of keys, what is left out, what is there besides.
import { randomFrom } from '../workload/random.mjs';

const shuffled = (random, list) => {
  const left = [...list];
  return random.times(left.length, () => left.splice(random.int(0, left.length - 1), 1)[0]);
};

/** @returns a function that puts the values of the i-th document in one of `count` orders */
export const inOrders = (count) => {
  const orders = new Map();
  return (document, i) => {
    const at = i % count;
    const order = orders.get(at) ?? shuffled(randomFrom(at + 1), Object.keys(document.values));
    orders.set(at, order);
    const values = Object.fromEntries(order.map((name) => [name, document.values[name]]));
    return { ...document, values };
  };
};

/** The values that the policy has a value for when they are not there. */
const OPTIONAL = ['idea', 'awards', 'absent', 'sanction'];

/** Leaves out the optional values that are what the policy would put in their place. */
export const withoutOptional = (document) => ({
  ...document,
  values: Object.fromEntries(
    Object.entries(document.values).filter(
      ([name, value]) => !OPTIONAL.includes(name) || Boolean(value),
    ),
  ),
});

/** The same object in the form that engines give one from which a key was taken away: a table, of no shape. */
const asDictionary = (object) => {
  const table = { gone: 0, ...object };
  delete table.gone;
  return table;
};

/** Every object of a document as a dictionary. */
export const inDictionaries = ({ values, tables, ...rest }) =>
  asDictionary({
    ...rest,
    values: asDictionary(values),
    tables: asDictionary(
      Object.fromEntries(
        Object.entries(tables).map(([name, table]) => [name, asDictionary(table)]),
      ),
    ),
  });

const MORE = Array.from({ length: 10 }, (_, i) => `more-${i}`);

/** A policy with ten inputs besides, which nothing reads. */
export const withMoreInputs = (policy) => ({
  ...policy,
  inputs: {
    ...policy.inputs,
    ...Object.fromEntries(MORE.map((name) => [name, policy.inputs.r1])),
  },
});

/** Ten values besides. */
export const withMoreValues = (document) => ({
  ...document,
  values: { ...document.values, ...Object.fromEntries(MORE.map((name) => [name, 1.25])) },
});
