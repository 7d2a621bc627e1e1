// Whole processes over a file of lines: checked first, then each in turn with a process that parses and nothing else.
import { readFileSync, rmSync } from 'node:fs';
import { BATCH, isLong, LARGE, READING } from '../batch.mjs';
import { compareLines } from '../batch/compare.mjs';
import { folder } from '../builds.mjs';
import { say } from '../print.mjs';
import { atOnce, compared, inTurn, inTwos, perMillion, runScript, spread } from '../process.mjs';
import { LINES } from '../ready.mjs';
import { countOf, isQuick, settings } from '../settings.mjs';

/** Runs a row; with `scores`, it is checked. What it writes goes. */
const wholeProcess = async (id, { file, parquet }, count, more = {}) => {
  const out = `${folder}/${id}.out.ndjson`;
  const found = await runScript(`batch/${id}.mjs`, { file, parquet, out, ...more });
  rmSync(out, { force: true });
  if (found.lines !== count) throw new Error(`${id} read ${found.lines} lines of ${count}`);
  return found;
};

const writeParquet = ({ file, parquet }) => runScript('batch/write-parquet.mjs', { file, parquet });

/** What a row gives for every line beside what is right. */
const check = async (id) => {
  if (READING.includes(id)) return {};
  const scores = `${folder}/${id}.scores.json`;
  const { sum, isVerified } = await wholeProcess(id, LINES, settings.lines, { scores });
  const found = compareLines(JSON.parse(readFileSync(scores, 'utf8')), LINES.expected);
  rmSync(scores);
  if (found.checked !== settings.lines) throw new Error(`${id} scored ${found.checked} lines`);
  return { ...found, wrongPerMillion: perMillion(found.wrong, found.checked), isVerified, sum };
};

const told = ({ checked, wrong, isVerified }) => {
  if (checked === undefined) return 'scores nothing';
  const how = isVerified === true ? ', its output verified' : '';
  return wrong === 0 ? `right on ${checked}${how}` : `WRONG on ${wrong} of ${checked}${how}`;
};

/** @returns `batch`, and of `noise` what the process that only parses came to beside itself */
export const measureBatch = async () => {
  const ids = BATCH.filter((id) => !isQuick || !isLong(id));
  if (!isQuick) await writeParquet(LINES);
  say(`whole processes over ${settings.lines} lines: what they give, checked`);
  const checks = {};
  await atOnce(
    ids.map((id) => async () => {
      checks[id] = await check(id);
      say(`  ${id}: ${told(checks[id])}`);
    }),
  );
  say('each in turn with JSON.parse of every line');
  const timed = async (id) => {
    const found = await wholeProcess(id, LINES, settings.lines);
    if (found.sum !== checks[id].sum) throw new Error(`${id} gave another sum when it was timed`);
    return found;
  };
  const batch = [];
  for (const two of inTwos(ids)) {
    const things = two.map((id) => () => timed(id));
    const pairs = await inTurn(settings.pairs, things, () => timed('bare-parse'));
    for (const [i, id] of two.entries()) {
      const { ratio, first, second } = compared(pairs[i], ({ milliseconds }) => milliseconds);
      const cpu = compared(pairs[i], ({ cpuMilliseconds }) => cpuMilliseconds);
      const { sum: _, ...checked } = checks[id];
      const row = {
        id,
        lines: settings.lines,
        ratioToBareParse: ratio.median,
        range: { min: ratio.min, max: ratio.max },
        cpuToBareParse: cpu.ratio,
        peakMiB: spread(pairs[i].map(([own]) => own.peakMiB)).max,
        milliseconds: first,
        cpuMilliseconds: cpu.first,
        bareParseMilliseconds: second,
        ...checked,
      };
      batch.push(row);
      const figures = [ratio.median, cpu.ratio.median].map((figure) => figure.toFixed(2));
      say(
        `  ${id}: ${figures[0]} of JSON.parse alone, ${figures[1]} of its work, ${row.peakMiB.toFixed(0)} MiB`,
      );
    }
  }
  const { ratioToBareParse: median, range } = batch[0];
  return { batch, noise: { batch: { median, ...range, pairs: settings.pairs } } };
};

/** @returns `large` */
export const measureLarge = async () => {
  const count = countOf('large', 4_300_000);
  const files = { file: `${folder}/large.ndjson`, parquet: `${folder}/large.parquet` };
  say(`whole processes over ${count} lines: the most memory`);
  const { bytes } = await runScript('batch/write-file.mjs', { file: files.file, lines: count });
  await writeParquet(files);
  const large = [];
  for (const id of LARGE) {
    const { milliseconds, cpuMilliseconds, peakMiB } = await wholeProcess(id, files, count);
    large.push({ id, lines: count, bytes, milliseconds, cpuMilliseconds, peakMiB });
    say(`  ${id}: ${(milliseconds / 1000).toFixed(1)} s, ${peakMiB.toFixed(0)} MiB`);
  }
  for (const path of Object.values(files)) rmSync(path);
  return { large };
};
