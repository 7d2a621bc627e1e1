import type {
  EvidenceDocument,
  EvidenceTable,
  EvidenceValue,
} from '../../src/evidence/evidence.js';

/** Evidence as the oracle knows it: bare values, and every table by its rows. */
export interface PlainDocument extends Omit<EvidenceDocument, 'values' | 'tables'> {
  readonly values?: Readonly<Record<string, EvidenceValue>>;
  readonly tables?: Readonly<Record<string, EvidenceTable | null>>;
}
