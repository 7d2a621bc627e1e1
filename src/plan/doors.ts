import { capIssues, issue, issueCatalogue } from '../catalogue.js';
import type { IssueCode, Severity } from '../issue.js';
import { digest, scanJson } from '../json.js';
import { readDocument } from '../policy/document.js';

/**
 * What a plan brings along for whoever runs it: the sentences of every code, for its kinds may say any, and the
 * readers and the digest that the compiler needed too. What only runs plans imports none of them.
 */
export interface Doors {
  readonly issue: typeof issue;
  readonly capIssues: typeof capIssues;
  readonly severityOf: (code: IssueCode) => Severity;
  readonly scanJson: typeof scanJson;
  readonly readDocument: typeof readDocument;
  readonly digest: typeof digest;
}

/** The doors of every plan. */
export const doors: Doors = {
  issue,
  capIssues,
  severityOf: (code) => issueCatalogue[code].severity,
  scanJson,
  readDocument,
  digest,
};
