import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scoreEachBy } from '../../src/batch/score-each.js';
import { type BatchCounts, scoreEach, type ScoredLine, scoreLines } from '../../src/batch.js';
import { scoreMany } from '../../src/evaluate/many.js';
import { freezeCohort } from '../../src/evaluate/cohort.js';
import { collect, comparing, folder, lineOf, oddLines, plan } from './samples.js';

const text = [...oddLines, '', ' \t', ...Array.from({ length: 9000 }, (_, i) => lineOf(i))];
const bytes = Buffer.from(text.join('\r\n'));

/** What a caller sees: every result, how many came at a time, and the counts. */
const seen = async (
  blocks: AsyncGenerator<readonly ScoredLine[], BatchCounts, void>,
): Promise<{ results: ScoredLine[]; most: number; counts: BatchCounts }> => {
  const results: ScoredLine[] = [];
  let most = 0;
  for (;;) {
    const next = await blocks.next();
    if (next.done === true) return { results, most, counts: next.value };
    expect(next.value.length).toBeGreaterThan(0);
    most = Math.max(most, next.value.length);
    results.push(...next.value);
  }
};

describe('each line', () => {
  it('law, same: has what scoreMany gives for its text, and its number', async () => {
    const { results, most } = await seen(scoreEach(plan, [bytes]));
    const numbered = text.flatMap((line, i) => (line.trim() === '' ? [] : [{ line, at: i + 1 }]));
    const given = [
      ...scoreMany(
        plan,
        numbered.map(({ line }) => line),
      ),
    ];
    expect(results).toEqual(given.map((scored, i) => ({ line: numbered[i]?.at, ...scored })));
    expect(most).toBeLessThanOrEqual(4096);
  });

  it('is counted as in an output', async () => {
    const { counts } = await seen(scoreEach(plan, [bytes]));
    const output = (await collect(scoreLines(plan, [bytes]))).toString('utf8');
    const trailer = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as object;
    expect(trailer).toMatchObject(counts);
    expect(counts.lines).toBe(text.length);
    expect(counts.blank).toBe(2);
  });

  it('is the same in blocks of any size, and of a file', async () => {
    const { results } = await seen(scoreEach(plan, [bytes]));
    for (const blockBytes of [64, 5000])
      expect((await seen(scoreEachBy(plan, [bytes], {}, { blockBytes }))).results).toEqual(results);
    const path = join(folder('each'), 'in.ndjson');
    writeFileSync(path, bytes);
    expect((await seen(scoreEach(plan, path))).results).toEqual(results);
    expect((await seen(scoreEach(plan, pathToFileURL(path)))).results).toEqual(results);
  });

  it('is refused where it is too long', async () => {
    const { results } = await seen(scoreEach(plan, [Buffer.from('{}')], { longestLine: 1 }));
    expect(results).toMatchObject([{ line: 1, outcome: { ok: false } }]);
  });

  it('is compared with a cohort, of the same policy alone', async () => {
    const cohort = freezeCohort(comparing, []);
    const { counts } = await seen(scoreEach(comparing, [Buffer.from(lineOf(1))], { cohort }));
    expect(counts.scored).toBe(1);
    await expect(seen(scoreEach(plan, [], { cohort }))).rejects.toThrow('policy');
  });

  it('may be the last that is taken: the source is then let go', async () => {
    let isClosed = false;
    const source = (function* () {
      try {
        for (;;) yield Buffer.from(`${lineOf(1)}\n`);
      } finally {
        isClosed = true;
      }
    })();
    for await (const [first] of scoreEach(plan, source)) {
      expect(first?.line).toBe(1);
      break;
    }
    expect(isClosed).toBe(true);
  });
});
