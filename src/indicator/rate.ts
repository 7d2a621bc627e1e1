import * as z from 'zod/mini';
import type { Text } from '../issue.js';
import { exactText } from '../number/decimal.js';
import { type Exact, roundExact } from '../number/exact.js';
import { multiply, rational } from '../number/rational.js';
import { placesStep, ROUNDING_MODES } from '../number/round.js';
import { pointerTo } from '../pointer.js';
import { compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import { printTerm } from '../rule/print.js';
import { authorName, numberLiteral, reference, rule } from '../rule/schema.js';
import { slotsOf, type Term } from '../rule/term.js';
import { type Cell, isAbsent, isNumber, type Reader } from '../slot.js';
import { compileRate, type Gaps, type RateNode, type RateSpec } from './bands.js';
import {
  absentHere,
  declaredLabels,
  libraryKind,
  type Derived,
  eachMember,
  readingsIn,
  readingsOnce,
  type Remark,
  type KindExample,
} from './contract.js';
import { reaches } from './edge.js';
import { fastRate } from './fast-rate.js';

const schema = () => {
  const edges = z.record(authorName, numberLiteral);
  return z.strictObject({
    read: reference,
    below: authorName,
    from: z.exactOptional(edges),
    above: z.exactOptional(edges),
    guards: z.exactOptional(z.record(authorName, z.strictObject({ when: rule, else: authorName }))),
    printed: z.exactOptional(
      z.record(authorName, z.tuple([z.nullable(numberLiteral), z.nullable(numberLiteral)])),
    ),
    gaps: z.exactOptional(
      z.union([
        z.enum(['lower-edge', 'report']),
        z.strictObject({
          'round-first': z.strictObject({
            places: z.int().check(z.minimum(0), z.maximum(15)),
            mode: z.enum(ROUNDING_MODES),
          }),
        }),
      ]),
    ),
  });
};

/** Whether `value` lies in no printed range; undefined when that could not be decided. */
const isBetween = (node: RateNode, value: Exact): boolean | undefined => {
  for (const { low, high } of node.printed) {
    const reached = low === undefined || reaches(value, { at: low, open: false });
    const passed = high !== undefined && reaches(value, { at: high, open: true });
    if (reached === undefined || passed === undefined) return undefined;
    if (reached && !passed) return false;
  }
  return true;
};

const bandOf = (node: RateNode, value: Exact): number | undefined => {
  let label = node.below;
  for (const band of node.bands) {
    const reached = reaches(value, band.edge);
    if (reached === undefined) return undefined;
    if (!reached) break;
    label = band.label;
  }
  return label;
};

/** The label after its guards, each of which leads further down, and the rules that were asked. */
const guarded = (
  node: RateNode,
  label: number,
  reader: Reader,
): { readonly cell: Cell; readonly asked: readonly Term[] } => {
  const asked: Term[] = [];
  let current = label;
  for (
    let guard = node.guards.get(current);
    guard !== undefined;
    guard = node.guards.get(current)
  ) {
    const holds = evaluateTerm(guard.when, reader);
    asked.push(guard.when);
    if (isAbsent(holds)) return { cell: holds, asked };
    if (holds === true) break;
    current = guard.else;
  }
  return { cell: current, asked };
};

const MARK = { mark: 'printed-gap' } as const;

const compute = (node: RateNode, reader: Reader): Derived => {
  const cell = evaluateTerm(node.read, reader);
  const readings = readingsIn([node.read], reader);
  const undecided: Derived = { cell: absentHere('undecided', 'number.undecided'), readings };
  if (!isNumber(cell)) return { cell, readings };
  let value: Exact = cell;
  const between = node.gaps === undefined ? false : isBetween(node, value);
  if (between === undefined) return undecided;
  const remarks: Remark[] = [];
  if (between) {
    remarks.push({ code: node.gaps === 'report' ? 'rate.in_gap' : 'rate.printed_gap' });
    if (node.gaps === 'report')
      return { cell: absentHere('missing', 'rate.in_gap'), readings, remarks, ...MARK };
  }
  if (typeof node.gaps === 'object') {
    const { places, mode } = node.gaps['round-first'];
    const units = roundExact(value, placesStep(places), mode);
    if (units === undefined) return undecided;
    value = multiply(rational(units), placesStep(places));
  }
  const band = bandOf(node, value);
  if (band === undefined) return undecided;
  const { cell: label, asked } = guarded(node, band, reader);
  const guards = readingsOnce(asked, reader);
  if (typeof label === 'number' && label !== band) {
    const name = (position: number): string => node.labels.names[position] ?? '';
    remarks.push({ code: 'rate.guarded', params: { label: name(band), other: name(label) } });
  }
  return {
    cell: label,
    readings: [...readings, ...guards],
    remarks,
    chose: node.labels.names[band] ?? '',
    ...(between ? MARK : {}),
  };
};

const PRINTED: Text = { id: 'tercetak', en: 'printed as' };

/** What happens in a gap, in words. */
const gapsText = (gaps: Gaps, language: keyof Text): string => {
  if (gaps === 'report') return { id: 'di celah tanpa label', en: 'no label in a gap' }[language];
  if (gaps === 'lower-edge')
    return { id: 'di celah label bawah', en: 'the lower label in a gap' }[language];
  const { places, mode } = gaps['round-first'];
  return {
    id: `dibulatkan dahulu ke ${String(places)} desimal (${mode})`,
    en: `rounded first to ${String(places)} places (${mode})`,
  }[language];
};

/**
 * The label of the band that the value read has reached: bands begin `from` (>=) or `above` (>) an edge
 * and end where the next begins. A guard that does not hold gives its other label instead.
 *
 * Issues: `rate.*`, `name.unknown_label`, `name.*`
 * Source: PP 30/2019, Article 41(5) (guarded band); PermenPANRB 14/2017 (printed ranges with gaps)
 */
export const rate = libraryKind({
  name: 'rate',
  version: 1,
  summary: {
    id: 'predikat menurut batas bawah, dengan syarat dan celah tercetak',
    en: 'a label by lower edges, with guards and printed gaps',
  },
  source: 'the last edge reached; PP 30/2019, Article 41(5); PermenPANRB 14/2017',
  schema,
  reads: (spec: RateSpec) => [
    spec.read,
    ...Object.values(spec.guards ?? {}).flatMap((guard) => namesIn(guard.when)),
  ],
  compile: (spec: RateSpec, pointer, context) => {
    const labels = declaredLabels(pointer, context);
    if (labels === undefined) return undefined;
    const read = compileRead(spec.read, pointerTo(pointer, 'read'), context, {
      is: 'number',
      unit: 'any',
    });
    const unit = read?.type.is === 'number' ? read.type.unit : 'any';
    const bands = compileRate(spec, pointer, context, { labels, unit });
    if (!read || !bands) return undefined;
    const node: RateNode = { read, ...bands };
    return { node, type: { is: 'label', labels } };
  },
  exact: eachMember(compute),
  fast: fastRate,
  describe: (node, language) => {
    const name = (label: number): string => node.labels.names[label] ?? '';
    const bands = node.bands.map(
      ({ label, edge }) => `${name(label)} ${edge.open ? '>' : '≥'} ${exactText(edge.at)}`,
    );
    const read = slotsOf(node.read)[0]?.name ?? '';
    const below = { id: 'di bawahnya', en: 'below' }[language];
    const [only, otherwise] = { id: ['hanya bila', 'selain itu'], en: ['only when', 'otherwise'] }[
      language
    ];
    const guards = [...node.guards].map(
      ([label, guard]) =>
        `; ${name(label)} ${only ?? ''} ${printTerm(guard.when, language)}, ${otherwise ?? ''} ${name(guard.else)}`,
    );
    const ranges = node.printed.map(
      ({ label, low, high }) =>
        `${name(label)} ${low ? exactText(low) : '…'}–${high ? exactText(high) : '…'}`,
    );
    const printed =
      node.gaps === undefined
        ? ''
        : `; ${PRINTED[language]} ${ranges.join(', ')}; ${gapsText(node.gaps, language)}`;
    return `${read}: ${bands.reverse().join(', ')}, ${below} ${name(node.below)}${guards.join('')}${printed}`;
  },
  laws: ['total'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const rateExamples: readonly KindExample[] = [
  {
    title: { id: 'sangat baik perlu gagasan baru', en: 'the top band needs a new idea' },
    policy: {
      scales: {
        points: { worst: 0, full: 100, best: 120 },
        predikat: { labels: ['sangat-kurang', 'kurang', 'cukup', 'baik', 'sangat-baik'] },
      },
      inputs: {
        value: {
          type: 'decimal',
          unit: 'points',
          min: 0,
          max: 120,
          step: '0.01',
          ifMissing: 'fail',
        },
        'new-idea': { type: 'boolean', ifMissing: 'fail' },
      },
    },
    indicator: {
      scale: 'predikat',
      rate: {
        read: 'value',
        below: 'sangat-kurang',
        from: { kurang: 50, cukup: 70, baik: 90, 'sangat-baik': 110 },
        guards: { 'sangat-baik': { when: { var: 'new-idea' }, else: 'baik' } },
      },
    },
    evidence: { values: { value: 115, 'new-idea': false } },
    gives: 'baik',
  },
];
