// One record of the built package, the same bytes wherever it is written.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const text = readFileSync(join(__dirname, '../../examples/language.jsonc'), 'utf8');

/** The digest of the record of the worked example's own test, by one build of the package. */
exports.recordDigest = ({
  auditRecord,
  compilePolicy,
  evaluate,
  parseEvidence,
  unwrap,
  verify,
}) => {
  const plan = unwrap(compilePolicy(text));
  const evidence = unwrap(parseEvidence(plan, plan.policy.tests[0].evidence));
  const record = auditRecord(plan, evidence, evaluate(plan, evidence));
  unwrap(verify(JSON.stringify(record)));
  return record.digest;
};
