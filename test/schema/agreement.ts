import { expect } from 'vitest';
import { evidenceJsonSchema, type Issue, parseEvidence, type Plan } from '../../src/index.js';
import type { Json } from '../../src/json.js';
import { type Pointer, pointerTo } from '../../src/pointer.js';
import {
  EVIDENCE_BEYOND,
  EVIDENCE_BEYOND_IN_ROWS,
  EVIDENCE_BEYOND_IN_SCORECARDS,
  EVIDENCE_REPORTED,
} from './seen.js';
import { validator } from './validator.js';

/** Who accepts evidence: schema, reader or both. */
export type Verdict = 'both accept' | 'both refuse' | 'reported' | 'the reader alone refuses';

/** Where scorecards stand in the evidence for a plan. */
const scorecardPlaces = ({ layout }: Plan): readonly Pointer[] => [
  ...layout.inputs.flatMap(({ key, scorecard }) =>
    scorecard === undefined ? [] : pointerTo('/values', key),
  ),
  ...layout.tables.flatMap(({ name, members }) =>
    members === undefined ? [] : pointerTo('/tables', name, 'scorecards'),
  ),
];

/** Whether the reader says what docs/json-schema.md says that it alone knows. */
const isBeyond = ({ code, pointer }: Issue, places: readonly Pointer[]): boolean =>
  EVIDENCE_BEYOND.includes(code) ||
  (pointer.includes('/rows/') && EVIDENCE_BEYOND_IN_ROWS.includes(code)) ||
  (places.some((place) => pointer.startsWith(`${place}/`)) &&
    EVIDENCE_BEYOND_IN_SCORECARDS.includes(code)) ||
  (pointer.includes('/answered/') && code === 'evidence.type') ||
  (pointer.endsWith('/totals') && code === 'evidence.too_many_rows') ||
  (pointer.endsWith('/source') && code === 'name.unknown_label');

/** What schema and reader make of a document; that they differ only as docs/json-schema.md says. */
export const agreement = (of: Plan): ((document: Json) => Verdict) => {
  const faults = validator(evidenceJsonSchema(of));
  const places = scorecardPlaces(of);
  return (document) => {
    const read = parseEvidence(of, document);
    const found = faults(document);
    const issues = read.ok ? read.value.issues : read.issues;
    if (read.ok && found.length === 0) return 'both accept';
    if (!read.ok && found.length > 0) return 'both refuse';
    if (read.ok) {
      const codes = issues.map(({ code }) => code);
      expect(
        codes.some((code) => EVIDENCE_REPORTED.includes(code)),
        `the schema alone refuses: ${found.join(', ')}`,
      ).toBe(true);
      return 'reported';
    }
    const unexpected = issues.filter((each) => !isBeyond(each, places));
    expect(
      unexpected.map(({ code, pointer }) => `${code} ${pointer}`),
      'the reader alone refuses',
    ).toEqual([]);
    return 'the reader alone refuses';
  };
};
