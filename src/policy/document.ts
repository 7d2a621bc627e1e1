import type { Position } from '../issue.js';
import { type Json, type JsonLimits, scanJson } from '../json.js';
import type { Pointer } from '../pointer.js';
import { ok, type Result } from '../result.js';
import { readJsonText } from './text.js';

/** A document as JSON, with where its values stand when it was given as text. */
export interface JsonDocument {
  readonly json: Json;
  /** Line and column of a pointer; undefined when the document was given as a value. */
  readonly positionOf: (pointer: Pointer) => Position | undefined;
}

/**
 * The document in a JSON text or a parsed value.
 *
 * Issues: those of `readJsonText` or of `scanJson`
 */
export const readDocument = (
  document: unknown,
  limits: Partial<JsonLimits> = {},
): Result<JsonDocument> => {
  if (typeof document === 'string') {
    const text = readJsonText(document, limits);
    return text.ok ? ok({ json: text.value.value, positionOf: text.value.positionOf }) : text;
  }
  const scanned = scanJson(document, limits);
  return scanned.ok ? ok({ json: scanned.value, positionOf: () => undefined }) : scanned;
};
