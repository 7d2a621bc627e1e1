import { printParseErrorCode, visit, type JSONVisitor } from 'jsonc-parser';
import { issue } from '../catalogue.js';
import type { IssueCode, Position } from '../issue.js';
import {
  defect,
  depthDefect,
  excerpt,
  issueList,
  keyCountDefect,
  keyDefect,
  limitsWith,
  nodeDefect,
  numberDefect,
  textDefect,
  wayTo,
  type Defect,
  type Json,
  type JsonLimits,
} from '../json.js';
import { pointerKeys, type Pointer } from '../pointer.js';
import { failure, ok, type Result } from '../result.js';
import { positionsIn } from './position.js';

/** A document that was read from text, and where in the text its members stand. */
interface JsonText {
  readonly value: Json;
  /**
   * Where a member stands: its key in an object, its value in an array; for a member that does not exist, where the nearest
   * value around it stands.
   */
  readonly positionOf: (pointer: Pointer) => Position | undefined;
}

/** UTF-16 units of one document. */
const LONGEST = 20_000_000;
const BYTE_ORDER_MARK = '\u{feff}';
/** Comments are allowed unless one says otherwise. */
const DIALECT = { allowTrailingComma: true } as const;

/** The issue code of each error that jsonc-parser can meet in this dialect, and what it expected instead. */
const SYNTAX: Readonly<Record<string, readonly [code: IssueCode, expected?: string]>> = {
  PropertyNameExpected: ['json.expected_key'],
  ValueExpected: ['json.expected_value'],
  ColonExpected: ['json.expected', ':'],
  CommaExpected: ['json.expected', ','],
  CloseBraceExpected: ['json.expected', '}'],
  CloseBracketExpected: ['json.expected', ']'],
  EndOfFileExpected: ['json.after_end'],
  UnexpectedEndOfComment: ['json.unclosed'],
  UnexpectedEndOfString: ['json.unclosed'],
  UnexpectedEndOfNumber: ['json.number_form'],
  InvalidUnicode: ['json.escape'],
  InvalidEscapeCharacter: ['json.escape'],
  InvalidCharacter: ['json.control_character'],
};

const syntaxDefect = (error: string, found: string): Defect => {
  const [code, expected = ''] = SYNTAX[error] ?? ['json.syntax'];
  if (found === '') return defect('json.unexpected_end');
  // Where a comma is missing before a bracket, it is the bracket of the other kind that is missing.
  const other = found === '}' ? ']' : found === ']' ? '}' : undefined;
  return defect(code, { found: excerpt(found), expected: other ?? expected });
};

/** An object or array that is being read. */
interface Frame {
  readonly copy: Json[] | Record<string, Json>;
  /** The keys that an object has had so far. */
  readonly keys: Set<string>;
  /** The member that is being read; none before the first. */
  name: string | number | undefined;
}

/** The document that `text` writes, or every issue of its syntax, or else of its content, in order. */
const build = (
  text: string,
  limits: JsonLimits,
  positionAt: (offset: number) => Position,
): Result<Json> => {
  const syntax = issueList();
  const content = issueList();
  const frames: Frame[] = [];
  const enough = new Error('a limit is passed');
  let root: Json = null;
  let nodes = 0;
  /** Whether the parser has gone on since its last error; until then it only repeats that one. */
  let isUnderWay = true;

  const wayDown = (through: readonly Frame[]): Pointer =>
    wayTo(through.flatMap((frame) => frame.name ?? []));
  const report = (
    what: Defect | undefined,
    offset: number,
    through: readonly Frame[] = frames,
  ): void => {
    if (what === undefined) return;
    content.add(
      what,
      () => wayDown(through),
      () => positionAt(offset),
    );
    // The parser is recursive: thrown through it, this ends it before it is any deeper.
    if (what.isFinal) throw enough;
  };

  const arrive = (offset: number): void => {
    isUnderWay = true;
    const around = frames.at(-1);
    if (around !== undefined && Array.isArray(around.copy)) {
      around.name = typeof around.name === 'number' ? around.name + 1 : 0;
    }
    nodes += 1;
    report(nodeDefect(nodes, limits), offset);
  };
  const put = (value: Json): void => {
    const around = frames.at(-1);
    if (!content.isEmpty() || !syntax.isEmpty()) return; // a forbidden key is never assigned
    if (around === undefined) root = value;
    else if (Array.isArray(around.copy)) around.copy.push(value);
    else if (around.name !== undefined) around.copy[around.name] = value;
  };
  const enter = (offset: number, copy: Frame['copy']): void => {
    arrive(offset);
    report(depthDefect(frames.length + 1, limits), offset);
    put(copy);
    frames.push({ copy, keys: new Set(), name: undefined });
  };
  const leave = (): void => {
    frames.pop();
  };

  const visitor: JSONVisitor = {
    onObjectBegin: (offset) => {
      enter(offset, {});
    },
    onArrayBegin: (offset) => {
      enter(offset, []);
    },
    onObjectEnd: leave,
    onArrayEnd: leave,
    onObjectProperty: (key, offset) => {
      isUnderWay = true;
      const around = frames.at(-1);
      if (around === undefined) return;
      const isRepeated = around.keys.has(key);
      around.keys.add(key);
      around.name = key;
      const what =
        keyCountDefect(around.keys.size, limits) ??
        keyDefect(key, limits) ??
        (isRepeated ? defect('json.duplicate_key', { key: excerpt(key) }) : undefined);
      report(what, offset, what?.isFinal ? frames.slice(0, -1) : frames);
    },
    onLiteralValue: (value: null | boolean | number | string, offset, length) => {
      arrive(offset);
      if (typeof value === 'string') report(textDefect(value, limits.textLength), offset);
      if (typeof value === 'number') {
        report(numberDefect(text.slice(offset, offset + length)), offset);
        put(value + 0); // -0 becomes 0, as in `scanJson`
      } else put(value);
    },
    onSeparator: () => {
      isUnderWay = true;
    },
    onError: (error, offset, length) => {
      if (!isUnderWay) return;
      isUnderWay = false;
      syntax.add(
        syntaxDefect(printParseErrorCode(error), text.slice(offset, offset + length)),
        () => wayDown(frames),
        () => positionAt(offset),
      );
    },
  };
  try {
    visit(text, visitor, DIALECT);
  } catch (thrown) {
    if (thrown !== enough) throw thrown;
  }
  return syntax.isEmpty() ? content.settle(root) : syntax.settle(root);
};

/** A value in the text: where it, or its key, stands, and its members. */
interface Place {
  readonly offset: number;
  readonly members: Map<string, Place> | undefined;
  /** The key that was read last, in an object. */
  key?: { readonly name: string; readonly offset: number };
}

/** The places of all values of a text that `build` has read. */
const placesIn = (text: string): Place | undefined => {
  const around: Place[] = [];
  let root: Place | undefined;
  const add = (offset: number, members?: Map<string, Place>): Place => {
    const parent = around.at(-1);
    const place: Place = { offset: parent?.key?.offset ?? offset, members };
    root ??= place;
    parent?.members?.set(parent.key?.name ?? String(parent.members.size), place);
    return place;
  };
  const enter = (offset: number): void => {
    around.push(add(offset, new Map()));
  };
  const leave = (): void => {
    around.pop();
  };
  visit(
    text,
    {
      onObjectBegin: enter,
      onArrayBegin: enter,
      onObjectEnd: leave,
      onArrayEnd: leave,
      onObjectProperty: (name, offset) => {
        const parent = around.at(-1);
        if (parent !== undefined) parent.key = { name, offset };
      },
      onLiteralValue: (_value, offset) => {
        add(offset);
      },
    },
    DIALECT,
  );
  return root;
};

/**
 * The document that a text writes in JSON; comments, trailing commas and a byte order mark are allowed.
 *
 * Numbers are judged by the digits that were typed. -0 becomes 0, as in `scanJson`.
 * @param text - at most 20,000,000 UTF-16 units
 * Issues, each with its position: those of `scanJson`, `json.duplicate_key`, and those of syntax: `json.syntax`, `json.expected`,
 * `json.expected_key`, `json.expected_value`, `json.unexpected_end`, `json.after_end`, `json.unclosed`, `json.escape`,
 * `json.control_character`, `json.number_form`. A text whose syntax is wrong is told nothing else.
 */
export const readJsonText = (text: string, limits: Partial<JsonLimits> = {}): Result<JsonText> => {
  if (text.length > LONGEST) {
    const position = { line: 1, column: 1 };
    return failure([issue('json.too_long', '', { limit: LONGEST }, { position })]);
  }
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const positionAt = positionsIn(body);
  const document = build(body, limitsWith(limits), positionAt);
  if (!document.ok) return document;
  let places: Place | undefined; // found at the first question, for most texts are never asked
  const positionOf = (pointer: Pointer): Position | undefined => {
    places ??= placesIn(body);
    let place = places;
    for (const key of pointerKeys(pointer)) {
      const member = place?.members?.get(key);
      if (member === undefined) break;
      place = member;
    }
    return place && positionAt(place.offset);
  };
  return ok({ value: document.value, positionOf });
};
