import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { capIssues, issue } from './catalogue.js';
import type { Params, Issue, IssueCode, Position } from './issue.js';
import { classOf, isPlainPrototype } from './plain.js';
import { pointerTo, type Pointer } from './pointer.js';
import { failure, ok, type Result } from './result.js';

/** A value that JSON can write. What `scanJson` and `readJsonText` give is fresh and holds no forbidden key. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of a document; read members that a document names only after `Object.hasOwn`. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** How much a document may hold before it is refused unread. */
export interface JsonLimits {
  /** Objects and arrays within one another; above 1,000 counts as 1,000. */
  readonly depth: number;
  /** Values in all: scalars, arrays and objects. */
  readonly nodes: number;
  /** UTF-16 units of one text; and of one key, where more than 1,000 counts as 1,000. */
  readonly textLength: number;
  /** Keys of one object. */
  readonly keys: number;
}

export const DEFAULT_LIMITS: JsonLimits = {
  depth: 64,
  nodes: 2_000_000,
  textLength: 100_000,
  keys: 20_000,
};

/** The deepest that the recursive readers and writers behind this door are trusted with. */
const DEEPEST = 1000;

/** The limits to keep to, with the default for each one that is not given. */
export const limitsWith = (limits: Partial<JsonLimits>): JsonLimits => ({
  depth: Math.min(limits.depth ?? DEFAULT_LIMITS.depth, DEEPEST),
  nodes: limits.nodes ?? DEFAULT_LIMITS.nodes,
  textLength: limits.textLength ?? DEFAULT_LIMITS.textLength,
  keys: limits.keys ?? DEFAULT_LIMITS.keys,
});

/** What is wrong with something, before it is said where that stands. */
export interface Defect {
  readonly code: IssueCode;
  readonly params: Params;
  /** Whether reading ends here, because a limit is passed. */
  readonly isFinal: boolean;
}

/** A defect after which reading goes on. */
export const defect = (code: IssueCode, params: Defect['params'] = {}): Defect => ({
  code,
  params,
  isFinal: false,
});

const passed = (code: IssueCode, limit: number): Defect => ({
  code,
  params: { limit },
  isFinal: true,
});

// The limits are compared in positive form, so that a limit of NaN refuses rather than admits.

/** The defect of being value number `nodes` of a document. */
export const nodeDefect = (nodes: number, limits: JsonLimits): Defect | undefined =>
  nodes <= limits.nodes ? undefined : passed('json.too_large', limits.nodes);

/** The defect of an object or array with `depth - 1` others around it. */
export const depthDefect = (depth: number, limits: JsonLimits): Defect | undefined =>
  depth <= limits.depth ? undefined : passed('json.too_deep', limits.depth);

/** The defect of being key number `keys` of an object. */
export const keyCountDefect = (keys: number, limits: JsonLimits): Defect | undefined =>
  keys <= limits.keys ? undefined : passed('json.too_many_keys', limits.keys);

/** With the `u` flag a whole surrogate pair is one character, so that only halves match. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The defect of a text of at most `longest` UTF-16 units, if it has one. */
export const textDefect = (text: string, longest: number): Defect | undefined => {
  if (!(text.length <= longest)) return passed('json.too_long', longest);
  return LONE_SURROGATE.test(text) ? defect('json.lone_surrogate') : undefined;
};

/** Names that reach the prototype of an object when somebody assigns or reads them carelessly. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Every issue repeats the keys on the way to it, so that long keys would multiply. */
const LONGEST_KEY = 1000;

/** The defect of a key, if it has one. */
export const keyDefect = (key: string, limits: JsonLimits): Defect | undefined =>
  FORBIDDEN_KEYS.has(key)
    ? defect('json.forbidden_key', { key })
    : textDefect(key, Math.min(limits.textLength, LONGEST_KEY));

/** A decimal of this many digits comes back whole from a double. Source: IEEE 754, DBL_DIG. */
const EXACT_DIGITS = 15;
/** Below it doubles are denormal and hold fewer digits. Source: IEEE 754, DBL_MIN. */
const SMALLEST_NORMAL = 2 ** -1022;

/** How many digits a decimal has from its first to its last that is not 0. */
const significantDigits = (literal: string): number => {
  let digits = 0;
  let significant = 0;
  for (const character of literal) {
    if (character === 'e' || character === 'E') break;
    if (character < '0' || character > '9' || (digits === 0 && character === '0')) continue;
    digits += 1;
    if (character !== '0') significant = digits;
  }
  return significant;
};

/** A text that is only shown, cut well before it costs anything. */
export const excerpt = (text: string): string => text.slice(0, 200);

/**
 * The defect of a number, if it has one: a double must stand for the decimal as it was typed.
 *
 * @param literal - a JSON number as typed, or the shortest decimal of a double
 */
export const numberDefect = (literal: string): Defect | undefined => {
  const size = Math.abs(Number(literal));
  const digits = significantDigits(literal);
  const isInRange = size === 0 ? digits === 0 : size >= SMALLEST_NORMAL && size < Infinity;
  if (!isInRange) return defect('json.number_range', { found: excerpt(literal) });
  return digits <= EXACT_DIGITS
    ? undefined
    : defect('json.number_precision', { found: excerpt(literal) });
};

/** Whether a double is plainly a whole number of at most 15 digits, as most are. */
const isShortInteger = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) < 10 ** EXACT_DIGITS;

/** As many issues are shown; the rest are counted. */
const SHOWN = 100;

/** The issues of one reading, of which only those that will be shown are made. */
interface IssueList {
  readonly add: (found: Defect, pointer: () => Pointer, position?: () => Position) => void;
  readonly isEmpty: () => boolean;
  /** The result that these issues leave of `value`. */
  readonly settle: <T>(value: T) => Result<T>;
}

export const issueList = (): IssueList => {
  const issues: Issue[] = [];
  return {
    add: ({ code, params }, pointer, position) => {
      const unseen = issues[SHOWN];
      const extras = unseen || !position ? {} : { position: position() };
      issues.push(unseen ?? issue(code, pointer(), params, extras));
    },
    isEmpty: () => issues.length === 0,
    settle: (value) => (issues.length === 0 ? ok(value) : failure(capIssues(issues, SHOWN))),
  };
};

/** A pointer of what was found on the way down `keys`, in well-formed text even where a key is not. */
export const wayTo = (keys: readonly (string | number)[]): Pointer =>
  pointerTo('', ...keys).replace(/\p{Surrogate}/gu, '\u{fffd}');

/** An object or array that is being copied. */
interface Frame {
  readonly source: Readonly<Record<string | number, unknown>>;
  /** The names of an object's members; those of an array are counted. */
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  readonly copy: Json[] | Record<string, Json>;
  /** How many members have been taken. */
  taken: number;
}

const nameAt = (frame: Frame, index: number): string | number => frame.keys?.[index] ?? index;

/**
 * A plain object or array, ready to be copied, or the name of what it is instead.
 *
 * The prototype of a plain object is null or has none itself, that of an array is an array: so in every realm.
 * The copy keeps the ordinary prototype, for an object without one is read ten times slower; no key that reaches it is let in.
 */
const open = (value: object): Frame | string => {
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    const source = value as Frame['source'];
    if (Array.isArray(value) && Array.isArray(prototype)) {
      const length = Number(source['length']); // a proxy may say anything
      return { source, keys: undefined, length, copy: [], taken: 0 };
    }
    if (isPlainPrototype(prototype)) {
      const keys = Object.keys(value);
      return { source, keys, length: keys.length, copy: {}, taken: 0 };
    }
    return excerpt(classOf(value));
  } catch {
    return 'Proxy'; // little else throws when it is only asked what it is
  }
};

/** A member that an array counts but does not have. */
const HOLE = Symbol('sparse array');
/** A member that throws when it is read. */
const UNREADABLE = Symbol('getter');

/** A member, read once, or one of the two symbols above. */
const read = (frame: Frame, name: string | number): unknown => {
  try {
    const value = frame.source[name];
    const isElement = frame.keys === undefined;
    return value === undefined && isElement && !Object.hasOwn(frame.source, name) ? HOLE : value;
  } catch {
    return UNREADABLE;
  }
};

/** The name of what is no object and no JSON. */
const kindOf = (value: unknown): string =>
  value === HOLE || value === UNREADABLE ? (value.description ?? 'symbol') : typeof value;

/**
 * A fresh copy of any JavaScript value, when that value is JSON within the limits.
 *
 * Own enumerable string keys only; `toJSON` is not called; a member that is read is read once; -0 becomes 0, which has the same
 * canonical form. Without recursion, in at most `limits.nodes` steps and one for each key of an object.
 *
 * Issues, in document order: `json.not_json`, `json.cycle`, `json.forbidden_key`, `json.number_range`, `json.number_precision`,
 * `json.lone_surrogate`; and as the last, for reading ends there: `json.too_deep`, `json.too_large`, `json.too_long`,
 * `json.too_many_keys`
 */
export const scanJson = (value: unknown, limits: Partial<JsonLimits> = {}): Result<Json> => {
  const bounds = limitsWith(limits);
  const found = issueList();
  const frames: Frame[] = [];
  const ancestors = new Set<object>();
  const progress = { nodes: 0, isDone: false };

  const wayDown = (through: readonly Frame[]): Pointer =>
    wayTo(through.map((frame) => nameAt(frame, frame.taken - 1)));
  const report = (what: Defect | undefined, through: readonly Frame[] = frames): void => {
    if (what === undefined) return;
    found.add(what, () => wayDown(through));
    progress.isDone ||= what.isFinal;
  };

  const enter = (source: object): Json => {
    if (ancestors.has(source)) {
      report(defect('json.cycle'));
      return null;
    }
    const frame = open(source);
    if (typeof frame === 'string') {
      report(defect('json.not_json', { found: frame }));
      return null;
    }
    report(depthDefect(frames.length + 1, bounds));
    frames.push(frame);
    ancestors.add(source);
    return frame.copy;
  };

  const take = (each: unknown): Json => {
    progress.nodes += 1;
    report(nodeDefect(progress.nodes, bounds));
    if (progress.isDone || each === null) return null;
    switch (typeof each) {
      case 'boolean':
        return each;
      case 'string':
        report(textDefect(each, bounds.textLength));
        return each;
      case 'number':
        if (!isShortInteger(each)) report(numberDefect(String(each)));
        return each + 0; // -0 becomes 0
      case 'object':
        return enter(each);
      default:
        report(defect('json.not_json', { found: kindOf(each) }));
        return null;
    }
  };

  const step = (frame: Frame): void => {
    const name = nameAt(frame, frame.taken);
    frame.taken += 1;
    if (typeof name === 'string') {
      const what = keyCountDefect(frame.taken, bounds) ?? keyDefect(name, bounds);
      report(what, what?.isFinal ? frames.slice(0, -1) : frames);
    }
    if (progress.isDone) return;
    const each = read(frame, name);
    const copy = take(each);
    if (each === HOLE) frame.taken = frame.length; // one issue for all the holes of an array
    if (!found.isEmpty()) return; // nothing is given back, and a forbidden key is never assigned
    if (Array.isArray(frame.copy)) frame.copy.push(copy);
    else frame.copy[name] = copy;
  };

  const result = take(value);
  for (let frame = frames.at(-1); frame !== undefined && !progress.isDone; frame = frames.at(-1)) {
    if (frame.taken < frame.length) step(frame);
    else {
      frames.pop();
      ancestors.delete(frame.source);
    }
  }
  return found.settle(result);
};

/**
 * The one text of a value that every program writes alike.
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme)
 * @throws Error for what is no JSON or is nested too deeply, which only a value that was never scanned can be
 */
export const canonicalJson = (value: Json): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON has a canonical form');
  return text;
};

/**
 * The SHA-256 of a text in UTF-8, as `sha256:` and 64 hexadecimal digits.
 *
 * Source: FIPS 180-4
 * @throws TypeError for half of a surrogate pair: UTF-8 cannot write it, and its replacement would give two texts one digest
 */
export const digestText = (text: string): string => {
  if (LONE_SURROGATE.test(text)) throw new TypeError('a lone surrogate has no UTF-8');
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
};

/** The digest of a value's canonical form: equal for equal documents, however they are laid out. */
export const digest = (value: Json): string => digestText(canonicalJson(value));
