/** Whether an object with this prototype is an object and nothing more, in every realm: it is null, or has none itself. */
export const isPlainPrototype = (prototype: unknown): boolean =>
  prototype === null || Object.getPrototypeOf(prototype) === null;

/** The class of an object that is more than an object, as a message shows it. */
export const classOf = (value: object): string => {
  const { constructor: maker } = value as { readonly constructor?: unknown };
  const name: unknown = typeof maker === 'function' ? maker.name : '';
  return typeof name === 'string' && name !== '' ? name : 'object';
};
