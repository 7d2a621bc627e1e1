// Documents whose shapes differ from record to record: the order of keys, what is left out.
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
