/** What is kept of whole numbers that are not negative, as far as a table of them is of use. */
export interface Pages<T> {
  readonly get: (at: number) => T | undefined;
  readonly set: (at: number, value: T) => void;
}

/** Greater ones are not kept. */
const MOST = 65_536;

/** Numbers of one page; pages are made when they are needed. An array with few of its places filled would be a dictionary. */
const PAGE = 256;

/** Pages of which none is made. */
export const makePages = <T>(): Pages<T> => {
  const pages: (T | undefined)[][] = [];
  const isKept = (at: number): boolean => at >= 0 && at < MOST;
  return {
    get: (at) => (isKept(at) ? pages[Math.floor(at / PAGE)]?.[at % PAGE] : undefined),
    set: (at, value) => {
      if (!isKept(at)) return;
      const page = (pages[Math.floor(at / PAGE)] ??= new Array<T | undefined>(PAGE).fill(
        undefined,
      ));
      page[at % PAGE] = value;
    },
  };
};
