import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreChunks } from '../../src/batch/score-lines.js';
import { scoreLines } from '../../src/batch.js';
import type { BatchSummary } from '../../src/batch.js';
import { collect, expectedLine, lineOf, oddLines, plan, resultsIn } from './samples.js';

const SIZES = { blockBytes: 64, pieceBytes: 100 };

const chunksOf = (bytes: Buffer, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );

const trailerIn = (output: Buffer): BatchSummary =>
  JSON.parse(output.toString('utf8').trimEnd().split('\n').at(-1) ?? '') as BatchSummary;

/** The results of some bytes, in blocks of some size. */
const resultsOf = async (bytes: Buffer, blockBytes?: number, longestLine?: number) =>
  resultsIn(
    await collect(
      scoreChunks(
        plan,
        [bytes],
        longestLine === undefined ? {} : { longestLine },
        blockBytes === undefined ? {} : { blockBytes },
      ),
    ),
  );

const codesIn = (result: string | undefined): readonly string[] =>
  (
    JSON.parse(result ?? '{}') as { error?: { issues: readonly { code: string }[] } }
  ).error?.issues.map(({ code }) => code) ?? [];

describe('a result', () => {
  it('stands for each line, in order, and is what parseEvidence and score give', async () => {
    const lines = [...oddLines, ...Array.from({ length: 50 }, (_, i) => lineOf(i))];
    const results = await resultsOf(Buffer.from(lines.join('\n')));
    expect(results).toEqual(lines.map((line, i) => expectedLine(i + 1, line)));
  });

  const gap = fc.constantFrom('', ' ', '\t');
  const number = fc.oneof(
    fc.integer({ min: 0, max: 100 }).map(String),
    fc.integer({ min: 0, max: 10_000 }).map((units) => String(units / 100)),
    fc.constantFrom(
      '1e1',
      '1E-400',
      '-0',
      '0.0',
      '00',
      '1.',
      '1.10',
      '12345678901234567',
      '100.01',
      'NaN',
      '"7"',
      'null',
    ),
    fc.double().map(String),
  );
  const key = fc.constantFrom('"a"', '"a"', '"b"', '"b"', '"\\u0061"', '"c"', '"answers"');
  const line = fc
    .tuple(
      gap,
      fc.array(fc.tuple(key, number), { maxLength: 3 }),
      fc.array(number, { maxLength: 4 }),
      gap,
    )
    .map(([before, values, rows, after]) => {
      const pairs = values.map(([name, value]) => `${before}${name}${after}:${value}`).join(',');
      const cells = rows.map((cell) => `[${before}${cell}]`).join(`,${after}`);
      return `{"values":{${pairs}},${before}"tables":{"answers":{"columns":["mark"],"rows":[${cells}]}}}${after}`;
    });
  const whole = fc
    .record({ a: number, b: number, c: number, subject: fc.string(), order: fc.boolean() })
    .map(({ a, b, c, subject, order }) => {
      const values = order ? `"a":${a},"b":${b}` : `"b":${b},"a":${a}`;
      return `{"subject":${JSON.stringify(subject)},"values":{${values}},"tables":{"answers":{"columns":["mark"],"rows":[[${c}]]}}}`;
    });
  const text = fc.oneof(line, whole, whole, fc.json(), fc.string(), fc.constantFrom(...oddLines));

  it('law, same: a line gives what parseEvidence and score give, whatever stands in it and around it', async () => {
    const lines = fc.array(
      text.filter(
        (each) => !/[\n\r]/.test(each) && each.trim() !== '' && !/\p{Surrogate}/u.test(each),
      ),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 200 }), async (given, blockBytes) => {
        const [first = '', ...more] = given;
        // A mark before the first line is no part of it.
        const all = [first.replace(/^\u{feff}/u, ''), ...more];
        const results = await resultsOf(Buffer.from(all.join('\n')), blockBytes);
        expect(results).toEqual(all.map((each, i) => expectedLine(i + 1, each)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('lines', () => {
  it('give the same bytes at every size of block and chunk', async () => {
    const lines = [lineOf(1), lineOf(2, 'É 𝄞'), '', 'bad', lineOf(3)].join('\r\n');
    const bytes = Buffer.from(lines);
    const whole = await collect(scoreLines(plan, [bytes]));
    for (let size = 1; size <= 120; size++) {
      const sizes = { blockBytes: size };
      expect(await collect(scoreChunks(plan, [bytes], {}, sizes))).toEqual(whole);
      expect(await collect(scoreChunks(plan, chunksOf(bytes, size)))).toEqual(whole);
    }
  });

  it('end by LF or CRLF, and the last one by the end of the input', async () => {
    const ends = ['\n', '\r\n'].flatMap((end) => [
      `${lineOf(1)}${end}${lineOf(2)}`,
      `${lineOf(1)}${end}${lineOf(2)}${end}`,
    ]);
    for (const bytes of ends)
      expect(await resultsOf(Buffer.from(bytes))).toEqual([
        expectedLine(1, lineOf(1)),
        expectedLine(2, lineOf(2)),
      ]);
  });

  it('that are blank are counted, and have no result', async () => {
    const bytes = Buffer.from(`\n \t\r\n${lineOf(1)}\n\n${lineOf(2)}\n\n`);
    const output = await collect(scoreLines(plan, [bytes]));
    expect(resultsIn(output)).toEqual([expectedLine(3, lineOf(1)), expectedLine(5, lineOf(2))]);
    expect(trailerIn(output)).toMatchObject({ lines: 6, scored: 2, refused: 0, blank: 4 });
  });

  it('have no byte order mark: one before the first is passed over', async () => {
    const bytes = Buffer.from(`\u{feff}${lineOf(1)}\n`);
    for (const size of [1, 2, 3, 4, 1000])
      expect(await resultsOf(bytes, size)).toEqual([expectedLine(1, lineOf(1))]);
    expect(await resultsOf(Buffer.from('\u{feff}'))).toEqual([]);
  });

  it('that are not UTF-8 are refused, and the next one is read', async () => {
    const broken = Buffer.from([0x22, 0xc3, 0x28, 0x22, 10]);
    const marked = Buffer.from([0xff, 0xfe, 0x7b, 0, 10]);
    const bytes = Buffer.concat([
      broken,
      Buffer.from(`${lineOf(1, 'É')}\n`),
      marked,
      Buffer.from(lineOf(2)),
    ]);
    for (const size of [1, 5, 50, 1000]) {
      const results = await resultsOf(bytes, size);
      expect([results[1], results[3]]).toEqual([
        expectedLine(2, lineOf(1, 'É')),
        expectedLine(4, lineOf(2)),
      ]);
      expect([results[0], results[2]].map(codesIn)).toEqual([
        ['batch.encoding'],
        ['batch.encoding'],
      ]);
    }
  });

  it('longer than the limit are refused, and the next one is read', async () => {
    const longest = lineOf(1).length;
    const bytes = Buffer.from(`${lineOf(1)}\n${lineOf(1)} \n${' '.repeat(5000)}\n${lineOf(1)}`);
    for (const size of [1, 7, 64, 10_000]) {
      const results = await resultsOf(bytes, size, longest);
      expect(results[0]).toBe(expectedLine(1, lineOf(1)));
      expect(results.slice(1, 3).map(codesIn)).toEqual([
        ['batch.line_too_long'],
        ['batch.line_too_long'],
      ]);
      expect(results[3]).toBe(expectedLine(4, lineOf(1)));
    }
  });

  it('may be none: an empty input has a header and a trailer', async () => {
    const output = await collect(scoreLines(plan, []));
    expect(resultsIn(output)).toEqual([]);
    expect(trailerIn(output)).toMatchObject({ lines: 0, inputBytes: 0 });
  });
});

describe('back pressure', () => {
  /** A source that counts how many bytes were asked of it, and the most that it gave before a block was taken. */
  const counted = (text: string, times: number) => {
    const state = { given: 0, isClosed: false };
    const source = (function* () {
      try {
        for (let i = 0; i < times; i++) {
          state.given += text.length;
          yield Buffer.from(text);
        }
      } finally {
        state.isClosed = true;
      }
    })();
    return { state, source };
  };

  it('reads no more than a block and a chunk ahead of who takes the results', async () => {
    const { state, source } = counted(`${lineOf(1)}\n`.repeat(10), 1000);
    let taken = 0;
    let most = 0;
    const perByte = expectedLine(1, lineOf(1)).length / lineOf(1).length;
    for await (const block of scoreChunks(plan, source, {}, SIZES)) {
      await new Promise((resolve) => setImmediate(resolve));
      taken += block.length;
      most = Math.max(most, state.given * perByte - taken);
    }
    // In bytes of output: what a chunk of ten lines gives, and a block.
    expect(most).toBeLessThan(12 * expectedLine(1, lineOf(1)).length);
  });

  it('hands over results in blocks, also where one chunk gives many', async () => {
    let most = 0;
    const longest = expectedLine(1, 'x').length + 10;
    for await (const block of scoreChunks(plan, [Buffer.from('x\n'.repeat(2000))], {}, SIZES))
      most = Math.max(most, block.length);
    expect(most).toBeLessThan(longest + 2 * SIZES.blockBytes + 200);
  });

  it('lets the source go when nobody asks any more', async () => {
    const { state, source } = counted(`${lineOf(1)}\n`, 1000);
    let blocks = 0;
    for await (const block of scoreChunks(plan, source, {}, SIZES)) {
      blocks += Number(block.length > 0);
      // The first is the header, before anything is read.
      if (blocks === 2) break;
    }
    expect(state.isClosed).toBe(true);
    expect(state.given).toBeLessThan(10 * lineOf(1).length);
  });

  it('keeps no more of a line that is too long than the limit', async () => {
    const sizes: number[] = [];
    const chunk = Buffer.alloc(1000, 32);
    const source = Array.from({ length: 2000 }, () => chunk);
    const before = process.memoryUsage().arrayBuffers;
    for await (const block of scoreChunks(plan, source, { longestLine: 4096 }, SIZES)) {
      sizes.push(block.length);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
    }
    expect(sizes.length).toBe(3);
  });
});

describe('misuse', () => {
  it('is a source of texts, a limit that is none, or a cohort of another policy', async () => {
    await expect(collect(scoreLines(plan, ['text'] as never))).rejects.toThrow(TypeError);
    await expect(collect(scoreLines(plan, [], { longestLine: 0 }))).rejects.toThrow(TypeError);
    const cohort = { policy: { digest: 'sha256:other' } } as never;
    await expect(collect(scoreLines(plan, [], { cohort }))).rejects.toThrow('cohort');
  });
});
