// A warning: every line checked by a schema of zod, the usual way, and the hand-written function over what it gives.
import * as z from 'zod';
import { RATERS } from '../workload/rules.mjs';
import { scoreOf } from './hand-document.mjs';
import { eachLine, given, keep, report } from './lines.mjs';

const NUMBERS = Array.from({ length: 12 }, (_, i) => i + 1);
const named = (entries) => Object.fromEntries(entries);
const amount = (min) => z.number().min(min).max(1000);
const counted = (max) => z.int().min(0).max(max);

const schema = z.strictObject({
  subject: z.string(),
  values: z.strictObject({
    ...named(NUMBERS.map((i) => [`r${i}`, amount(0)])),
    ...named(NUMBERS.map((i) => [`t${i}`, amount(1)])),
    idea: z.boolean(),
    awards: counted(20),
    absent: counted(60),
    sanction: z.boolean(),
  }),
  tables: z.strictObject(
    named(
      Object.entries(RATERS).map(([name, { to }]) => [
        name,
        z.strictObject({
          columns: z.tuple([z.literal('rating')]),
          rows: z.array(z.tuple([counted(100)])).max(to),
        }),
      ]),
    ),
  ),
});

let sum = 0;
const lines = eachLine(given.file, (line) => {
  const { cents, band } = scoreOf(schema.parse(JSON.parse(line)));
  sum += cents;
  keep(cents, band);
});
await report({ lines, sum });
