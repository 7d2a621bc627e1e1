// `scoreFile` of timbang/batch on one thread: every line checked and scored, results, counts and digests written.
import { scoreFile } from '../../../dist/batch.js';
import { planFor } from '../timbang.mjs';
import { given, report } from './lines.mjs';
import { readOutput } from './output.mjs';

const { lines } = await scoreFile(planFor('mixed'), { input: given.file, output: given.out });
await report({ lines }, readOutput);
