import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreChunks } from '../../src/batch/score-lines.js';
import { verifyOutputBy } from '../../src/batch/verify-output.js';
import { verifyOutput } from '../../src/batch.js';
import { unwrap } from '../../src/result.js';
import { collect, folder, lineOf, plan } from './samples.js';

const SIZES = { blockBytes: 128, pieceBytes: 200 };
const input = Buffer.from(`${lineOf(1)}\n\nbad\n${lineOf(2)}\n`);
const output = await collect(scoreChunks(plan, [input], {}, SIZES));

const codesOf = async (bytes: Uint8Array, given?: Uint8Array): Promise<readonly string[]> => {
  const options = given === undefined ? {} : { input: [given] };
  const verified = await verifyOutputBy([bytes], options, SIZES);
  return verified.ok ? [] : verified.issues.map(({ code }) => code);
};

const replaced = (from: string, to: string): Buffer =>
  Buffer.from(output.toString('utf8').replace(from, to));

describe('an output', () => {
  it('that is whole gives its header and what it came to', async () => {
    const { header, summary } = unwrap(await verifyOutputBy([output], { input: [input] }, SIZES));
    expect(header.policy).toEqual({ id: 'uji/massal', version: '1.0.0', digest: plan.digest });
    expect(summary).toMatchObject({
      lines: 4,
      scored: 2,
      refused: 1,
      blank: 1,
      inputBytes: input.length,
    });
    expect(summary.byStatus).toEqual({ final: 2, provisional: 0, void: 0 });
  });

  it('that ends early is seen, wherever it ends', async () => {
    for (let length = 0; length < output.length; length++) {
      const codes = await codesOf(output.subarray(0, length));
      expect([length, codes]).not.toEqual([length, []]);
    }
    expect(await codesOf(output.subarray(0, output.length - 1))).toEqual(['batch.truncated']);
    expect(await codesOf(output.subarray(0, output.lastIndexOf('{"format"')))).toEqual([
      'batch.truncated',
    ]);
    expect(await codesOf(Buffer.alloc(0))).toEqual(['batch.truncated']);
  });

  it('in which any byte is another is seen', async () => {
    for (let i = 0; i < output.length; i++) {
      const altered = Buffer.from(output);
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect([i, await codesOf(altered)]).not.toEqual([i, []]);
    }
  });

  it('from which a line was taken, or to which one was added, is seen', async () => {
    const lines = output.toString('utf8').split('\n');
    for (let i = 0; i < lines.length - 1; i++) {
      expect(await codesOf(Buffer.from(lines.toSpliced(i, 1).join('\n')))).not.toEqual([]);
      expect(
        await codesOf(Buffer.from(lines.toSpliced(i, 0, lines[i] ?? '').join('\n'))),
      ).not.toEqual([]);
    }
    expect(await codesOf(Buffer.concat([output, Buffer.from('\n')]))).toEqual(['batch.after_end']);
  });

  it('says which count differs, at its place', async () => {
    const verified = await verifyOutputBy([replaced('"scored":2', '"scored":3')], {}, SIZES);
    const issues = verified.ok ? [] : verified.issues;
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(
      ['batch.differs /scored', 'batch.differs /blank', 'batch.differs /outputDigest'].filter(
        (each) => each !== 'batch.differs /blank',
      ),
    );
    expect(issues[0]?.position).toEqual({ line: 5, column: 1 });
  });

  it('of another input is seen, where that is given', async () => {
    expect(await codesOf(output, input)).toEqual([]);
    expect(await codesOf(output, input.subarray(1))).toEqual(['batch.differs', 'batch.differs']);
  });

  it('of another format, and what is no output, are refused by name', async () => {
    expect(await codesOf(replaced('timbang/batch/1', 'timbang/batch/2'))).toEqual(['batch.format']);
    expect(await codesOf(Buffer.from(`${lineOf(1)}\n`))).toEqual(['batch.no_header']);
    expect(await codesOf(Buffer.from(' \n'))).toEqual(['batch.no_header']);
  });

  it('with many lines that are no results lists a hundred', async () => {
    const [header = ''] = output.toString('utf8').split('\n');
    const codes = await codesOf(Buffer.from(`${header}\n${'{}\n'.repeat(1000)}`));
    expect(codes).toHaveLength(101);
    expect(codes.at(-1)).toBe('json.too_many_issues');
  });

  it('may be a file', async () => {
    const path = join(folder('verify'), 'out.ndjson');
    writeFileSync(path, await collect(scoreChunks(plan, [input])));
    expect((await verifyOutput(path, { input: [input] })).ok).toBe(true);
    await expect(verifyOutput(`${path}.none`)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
