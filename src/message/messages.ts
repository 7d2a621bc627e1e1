import { auditMessages } from './audit.js';
import { batchMessages } from './batch.js';
import { declaredMessages } from './declared.js';
import { evidenceMessages } from './evidence.js';
import { extendMessages } from './extend.js';
import { groupMessages } from './group.js';
import { indicatorMessages } from './indicator.js';
import { jsonMessages } from './json.js';
import { nameMessages } from './name.js';
import { policyMessages } from './policy.js';
import { ruleMessages } from './rule.js';
import { scoreMessages } from './score.js';
import { tableMessages } from './table.js';
import type { MessageTemplate } from './template.js';

/** What issues say: by code, severity, sentence and help in both languages. */
export const messages = {
  ...jsonMessages,
  ...policyMessages,
  ...extendMessages,
  ...nameMessages,
  ...declaredMessages,
  ...ruleMessages,
  ...indicatorMessages,
  ...tableMessages,
  ...evidenceMessages,
  ...scoreMessages,
  ...groupMessages,
  ...auditMessages,
  ...batchMessages,
} as const satisfies Record<string, MessageTemplate>;
