import * as z from 'zod/mini';
import { position, tableAt } from '../fast/decide.js';
import { wholeSpan } from '../fast/span.js';
import { pointerTo } from '../pointer.js';
import { authorName, reference } from '../rule/schema.js';
import { sameLabels } from '../rule/operator.js';
import { type Slot, worstAbsence } from '../slot.js';
import {
  declaredLabels,
  libraryKind,
  eachMember,
  readingsOf,
  type KindExample,
} from './contract.js';
import type { Matrix } from './named-matrix.js';

/** Two labels looked up in one of the policy's named matrices. */
export interface MatrixUse {
  /** The name whose label chooses the row. */
  readonly rows: string;
  /** The name whose label chooses the column. */
  readonly columns: string;
  /** The name of the matrix. */
  readonly use: string;
}

interface MatrixNode {
  readonly rows: Slot;
  readonly columns: Slot;
  readonly matrix: Matrix;
}

/**
 * The label in the cell that two labels choose.
 *
 * Issues: `matrix.labels`, `name.*`
 * Source: predicate matrix of PermenPANRB 6/2022, as public forms print it
 */
export const matrix = libraryKind({
  name: 'matrix',
  version: 1,
  summary: {
    id: 'dua label menjadi satu lewat matriks bernama',
    en: 'two labels to one by a named matrix',
  },
  source: 'the cell of two labels; predicate matrix of PermenPANRB 6/2022',
  schema: () => z.strictObject({ rows: reference, columns: reference, use: authorName }),
  reads: (spec: MatrixUse) => [spec.rows, spec.columns],
  compile: (spec: MatrixUse, pointer, context) => {
    const labels = declaredLabels(pointer, context);
    const found = context.matrix(spec.use, pointerTo(pointer, 'use'));
    const sides = (['rows', 'columns'] as const).map((side) => {
      const at = pointerTo(pointer, side);
      const slot = context.resolve(spec[side], at);
      if (slot === undefined || found === undefined) return undefined;
      if (slot.type.is === 'label' && sameLabels(slot.type.labels, found[side])) return slot;
      context.report('matrix.labels', at, { name: slot.name, scale: found[side].scale ?? '' });
      return undefined;
    });
    const [row, column] = sides;
    if (!labels || !found || !row || !column) return undefined;
    if (!sameLabels(labels, found.gives)) {
      context.report('matrix.labels', pointer, { name: spec.use, scale: labels.scale ?? '' });
      return undefined;
    }
    const node: MatrixNode = { rows: row, columns: column, matrix: found };
    return { node, type: { is: 'label', labels } };
  },
  exact: eachMember((node: MatrixNode, reader) => {
    const readings = readingsOf([node.rows, node.columns], reader);
    const cells = readings.map((reading) => reading.cell);
    const [row, column] = cells.filter((cell) => typeof cell === 'number');
    const absence = worstAbsence(cells);
    if (absence !== undefined) return { cell: absence, readings };
    const cell = node.matrix.cells[row ?? -1]?.[column ?? -1];
    if (cell === undefined) throw new TypeError('a matrix is complete');
    return { cell, readings, cites: node.matrix.cite === undefined ? [] : [node.matrix.cite] };
  }),
  fast: (node: MatrixNode, build) => {
    const { columns, gives, cells } = node.matrix;
    const at = position(
      build,
      build.read(node.rows),
      columns.names.length,
      build.read(node.columns),
    );
    return tableAt(build, at, cells.flat(), wholeSpan(0, gives.names.length - 1));
  },
  describe: (node, language) => {
    const [by, and] = { id: ['menurut', 'dan'], en: ['by', 'and'] }[language];
    return `${node.matrix.name} ${by ?? ''} ${node.rows.name} ${and ?? ''} ${node.columns.name}`;
  },
  laws: ['total'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const matrixExamples: readonly KindExample[] = [
  {
    title: { id: 'hasil kerja dan perilaku', en: 'results and conduct' },
    policy: {
      scales: {
        ekspektasi: { labels: ['di-bawah', 'sesuai', 'di-atas'] },
        predikat: {
          labels: ['sangat-kurang', 'kurang', 'butuh-perbaikan', 'baik', 'sangat-baik'],
        },
      },
      matrices: {
        kuadran: {
          rows: 'ekspektasi',
          columns: 'ekspektasi',
          gives: 'predikat',
          cells: {
            'di-bawah': {
              'di-bawah': 'sangat-kurang',
              sesuai: 'butuh-perbaikan',
              'di-atas': 'butuh-perbaikan',
            },
            sesuai: { 'di-bawah': 'kurang', sesuai: 'baik', 'di-atas': 'baik' },
            'di-atas': { 'di-bawah': 'kurang', sesuai: 'baik', 'di-atas': 'sangat-baik' },
          },
        },
      },
      inputs: {
        hasil: { type: 'label', scale: 'ekspektasi', ifMissing: 'fail' },
        perilaku: { type: 'label', scale: 'ekspektasi', ifMissing: 'fail' },
      },
    },
    indicator: {
      scale: 'predikat',
      matrix: { rows: 'hasil', columns: 'perilaku', use: 'kuadran' },
    },
    evidence: { values: { hasil: 'di-atas', perilaku: 'sesuai' } },
    gives: 'baik',
  },
];
