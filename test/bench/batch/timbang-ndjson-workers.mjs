// `scoreFile` of timbang/batch with two workers: the same bytes as on one thread.
import { scoreFile } from '../../../dist/batch.js';
import { planFor } from '../timbang.mjs';
import { given, report } from './lines.mjs';
import { readOutput } from './output.mjs';

const files = { input: given.file, output: given.out, workers: 2 };
const { lines } = await scoreFile(planFor('mixed'), files);
await report({ lines }, readOutput);
