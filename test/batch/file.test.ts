import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoreFileBy } from '../../src/batch/score-file.js';
import { freezeCohort } from '../../src/evaluate/cohort.js';
import { parseEvidence } from '../../src/evidence/read.js';
import { scoreFile, scoreLines, verifyOutput } from '../../src/batch.js';
import { compilePolicy } from '../../src/plan/compile.js';
import { ScoringError, unwrap } from '../../src/result.js';
import { defineIndicator } from '../../src/indicator/host.js';
import {
  bundleWorker,
  collect,
  comparing,
  expectedLine,
  folder,
  lineOf,
  oddLines,
  plan,
  policy,
  resultsIn,
} from './samples.js';

const home = folder('file');
const at = (name: string): string => join(home, name);

let workerFile: URL;
beforeAll(async () => {
  workerFile = await bundleWorker('file');
});

const lines = Array.from({ length: 400 }, (_, i) =>
  i % 9 === 0
    ? (oddLines[i % oddLines.length] ?? '')
    : i % 31 === 0
      ? ''
      : lineOf(i, i % 7 === 0 ? `É-${i}` : `s-${i}`),
);

describe('a file', () => {
  it('gives the bytes that its stream gives', async () => {
    writeFileSync(at('in.ndjson'), lines.join('\n'));
    const summary = await scoreFile(plan, { input: at('in.ndjson'), output: at('out.ndjson') });
    const output = readFileSync(at('out.ndjson'));
    expect(output).toEqual(await collect(scoreLines(plan, [Buffer.from(lines.join('\n'))])));
    const trailer: unknown = JSON.parse(output.toString().trimEnd().split('\n').at(-1) ?? '');
    expect(trailer).toEqual({ format: 'timbang/batch/1', end: true, ...summary });
    expect(summary.lines).toBe(lines.length);
    expect(summary.scored + summary.refused + summary.blank).toBe(summary.lines);
  });

  it('gives the same bytes by 0, 1, 2, 3 and 7 workers, for pieces of any size', {
    timeout: 120_000,
  }, async () => {
    const inputs = [
      lines.join('\n'),
      `${lines.join('\r\n')}\r\n`,
      `\u{feff}${'\n'.repeat(700)}${lineOf(1)}${' '.repeat(3000)}\n\n${lineOf(2)}`,
      '',
      '\n',
      lineOf(1),
    ];
    for (const [i, input] of inputs.entries()) {
      writeFileSync(at('pieces.ndjson'), input);
      for (const pieceBytes of i < 2 ? [997, 1_048_576] : [64]) {
        const files = {
          input: at('pieces.ndjson'),
          output: at('pieces-out.ndjson'),
          longestLine: 2000,
        };
        const sizes = { pieceBytes, blockBytes: 512 };
        const alone = await scoreFileBy(plan, files, sizes);
        const output = readFileSync(files.output);
        for (const workers of pieceBytes === 997 ? [1, 2, 3, 7] : [2]) {
          const summary = await scoreFileBy(plan, { ...files, workers, workerFile }, sizes);
          expect(readFileSync(files.output).equals(output)).toBe(true);
          expect(summary).toEqual(alone);
        }
      }
    }
  });

  it('is scored against a cohort in every thread', { timeout: 60_000 }, async () => {
    const members = [1, 2, 3].map((i) => unwrap(parseEvidence(comparing, lineOf(i))));
    const cohort = freezeCohort(comparing, members);
    writeFileSync(at('cohort.ndjson'), `${lineOf(1)}\n${lineOf(2)}`);
    const files = { input: at('cohort.ndjson'), output: at('cohort-out.ndjson'), cohort };
    await scoreFile(comparing, files);
    const output = readFileSync(files.output);
    expect(resultsIn(output)[0]).toContain('"status":"final"');
    expect(JSON.parse(output.toString().split('\n')[0] ?? '')).toMatchObject({
      cohort: { digest: cohort.digest, members: 3 },
    });
    await scoreFile(comparing, { ...files, workers: 1, workerFile });
    expect(readFileSync(files.output).equals(output)).toBe(true);
  });

  it('rejects with the error of the system when it cannot be read or written', async () => {
    const missing = { input: at('none.ndjson'), output: at('none-out.ndjson') };
    await expect(scoreFile(plan, missing)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(existsSync(missing.output)).toBe(false);
    writeFileSync(at('some.ndjson'), lineOf(1));
    const nowhere = { input: at('some.ndjson'), output: at('none/out.ndjson') };
    await expect(scoreFile(plan, nowhere)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is not overwritten by its own results', async () => {
    writeFileSync(at('same.ndjson'), lineOf(1));
    const same = { input: at('same.ndjson'), output: at('../file/same.ndjson') };
    await expect(scoreFile(plan, same)).rejects.toThrow(TypeError);
    expect(readFileSync(at('same.ndjson'), 'utf8')).toBe(lineOf(1));
  });
});

describe('workers', () => {
  const files = { input: at('workers.ndjson'), output: at('workers-out.ndjson') };
  beforeAll(() => {
    writeFileSync(files.input, lines.join('\n'));
  });

  it('are a whole number', async () => {
    for (const workers of [-1, 1.5, NaN, 1000])
      await expect(scoreFile(plan, { ...files, workers })).rejects.toThrow(TypeError);
  });

  it('do not run the kinds of a host, which are functions', async () => {
    const kind = defineIndicator({
      name: 'doubled',
      version: 1,
      summary: { id: 'dua kali', en: 'twice' },
      read: (body: unknown) => ({ ok: true, value: body }),
      reads: () => [],
      compile: () => ({
        spec: 1,
        reads: [],
        type: { is: 'number', unit: 'any' },
      }),
      exact: () => () => undefined,
      describe: () => ({ id: '', en: '' }),
      laws: [],
    } as never);
    const foreign = {
      ...plan,
      layout: {
        ...plan.layout,
        indicators: plan.layout.indicators.map((each) => ({ ...each, kind })),
      },
    };
    await expect(scoreFile(foreign, { ...files, workers: 1, workerFile })).rejects.toThrow(
      ScoringError,
    );
  });

  it('that fail end the batch, and leave no last line', async () => {
    const code = new URL('data:text/javascript,throw new Error("worker failed")');
    await expect(scoreFile(plan, { ...files, workers: 2, workerFile: code })).rejects.toThrow(
      'worker failed',
    );
    const verified = await verifyOutput(files.output);
    expect(verified.ok ? [] : verified.issues.map(({ code: is }) => is)).toEqual([
      'batch.truncated',
    ]);
  });

  it('that lay the policy out otherwise end the batch', async () => {
    const other = { ...plan, layout: { ...plan.layout, key: 'another' } };
    await expect(scoreFile(other, { ...files, workers: 1, workerFile })).rejects.toThrow(
      'laid out otherwise',
    );
  });

  it('of another scoring version end the batch', async () => {
    const text = readFileSync(workerFile, 'utf8');
    const old = text.replace(/\bSCORING_VERSION = \d+/, 'SCORING_VERSION = 0');
    expect(old).not.toBe(text);
    const code = pathToFileURL(at('old-worker.mjs'));
    writeFileSync(code, old);
    await expect(scoreFile(plan, { ...files, workers: 1, workerFile: code })).rejects.toThrow(
      'scoring version 0',
    );
  });

  it('score a child policy by its parents', async () => {
    const child = unwrap(
      compilePolicy(
        {
          timbang: 1,
          id: 'uji/anak',
          version: '1.0.0',
          title: { id: 'anak', en: 'child' },
          effective: { from: '2026-01-01' },
          extends: { policy: policy.id, version: policy.version, digest: plan.digest },
        },
        { parents: [policy] },
      ),
    );
    await scoreFile(child, { ...files, workers: 2, workerFile });
    const results = resultsIn(readFileSync(files.output));
    expect(results[1]).toBe(expectedLine(2, lines[1] ?? '', child));
  });
});
