// One batch of the built package, the same bytes by one thread and by two.
const assert = require('node:assert/strict');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const text = readFileSync(join(__dirname, '../../examples/language.jsonc'), 'utf8');

/** The digest of the output for the worked example's own test, some thousand times, by one build of the package. */
exports.batchDigest = async ({ compilePolicy, unwrap }, { scoreFile, verifyOutput }) => {
  const plan = unwrap(compilePolicy(text));
  const line = JSON.stringify(plan.policy.tests[0].evidence);
  const folder = mkdtempSync(join(tmpdir(), 'timbang-'));
  try {
    const [input, output] = [join(folder, 'in.ndjson'), join(folder, 'out.ndjson')];
    writeFileSync(input, `${line}\nno document\n`.repeat(2000));
    const alone = await scoreFile(plan, { input, output });
    const bytes = readFileSync(output);
    const summary = await scoreFile(plan, { input, output, workers: 2 });
    assert.deepEqual(summary, alone, 'two workers come to something else');
    assert.ok(readFileSync(output).equals(bytes), 'two workers write other bytes');
    assert.equal(summary.scored, 2000);
    assert.equal(summary.refused, 2000);
    unwrap(await verifyOutput(output, { input }));
    return summary.outputDigest;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
