import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scoreLines } from '../../src/batch.js';
import { compilePolicy } from '../../src/plan/compile.js';
import { unwrap } from '../../src/result.js';
import { fences } from '../docs/markdown.js';
import { collect } from './samples.js';

const PAGE = 'docs/batch.md';

const blocks = (path: string, language: string): readonly string[] =>
  fences(readFileSync(path, 'utf8')).flatMap((fence) =>
    fence.language === language ? [fence.text] : [],
  );

it('the output on the page is that of the input on the page, by the policy of the README', async () => {
  const plan = unwrap(compilePolicy(blocks('README.md', 'json')[0]));
  const [input = '', shown = ''] = blocks(PAGE, 'jsonl');
  const output = (await collect(scoreLines(plan, [Buffer.from(input)]))).toString('utf8');
  if (process.env['UPDATE_DOCS'] === '1') {
    const page = readFileSync(PAGE, 'utf8');
    const fence = (text: string): string =>
      `gives, by the policy of the README:\n\n\`\`\`jsonl\n${text}\`\`\``;
    writeFileSync(
      PAGE,
      page.replace(fence(shown), () => fence(output)),
    );
  }
  expect(blocks(PAGE, 'jsonl')[1]).toBe(output);
});
