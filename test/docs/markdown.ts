import type { Json } from '../../src/json.js';

/** A fenced block of a Markdown document. */
export interface Fence {
  /** The word after the backticks: `json`, `ts`, ... */
  readonly language: string;
  readonly text: string;
  /** The line on which the block begins, from 1. */
  readonly line: number;
}

/** Every fenced block of `markdown`, in order. */
export const fences = (markdown: string): readonly Fence[] =>
  [...markdown.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
    line: markdown.slice(0, match.index).split('\n').length,
  }));

/** The targets of every relative link of `markdown`, without their fragment. */
export const relativeLinks = (markdown: string): readonly string[] =>
  [...markdown.replace(/^```[^]*?^```$/gm, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:|^#/.test(target))
    .map((target) => target.split('#')[0] ?? '');

/** `text` as the content of a table cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');

/** A table with a header row. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** Columns of a printed document. */
const WIDTH = 100;

const inOneLine = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map((each: Json) => inOneLine(each)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, each]) => `"${key}": ${inOneLine(each)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};

/** `value` as JSON: on one line where that fits, otherwise a member to a line. */
export const printJson = (value: Json, indent = '', before = 0): string => {
  const flat = inOneLine(value);
  const isFlat = indent.length + before + flat.length <= WIDTH;
  if (isFlat || typeof value !== 'object' || value === null) return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Object.entries(value).map(([key, each]: [string, Json]) => {
    const name = Array.isArray(value) ? '' : `"${key}": `;
    return `${inner}${name}${printJson(each, inner, name.length + 1)}`;
  });
  return `${open ?? ''}\n${members.join(',\n')}\n${indent}${close ?? ''}`;
};
