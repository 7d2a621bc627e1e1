import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import { fences } from './markdown.js';

const PAGE = 'docs/columns.md';

const block = (language: string): string => {
  const found = fences(readFileSync(PAGE, 'utf8')).find((fence) => fence.language === language);
  if (found === undefined) throw new Error(`the page has no ${language} block`);
  return found.text;
};

it('the program on the page of columns, beside its policy, prints what the page says', async () => {
  const folder = 'build/columns';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'policy.json'), block('json'));
  const program = join(folder, 'program.ts');
  writeFileSync(program, block('ts').replace("'timbang'", "'../../src/index.js'"));
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import(pathToFileURL(program).href);
  const printed = log.mock.calls.map((call) => `${call.join(' ')}\n`).join('');
  log.mockRestore();
  if (process.env['UPDATE_DOCS'] === '1') {
    const output = `\`\`\`text\n${block('text')}\`\`\``;
    const page = readFileSync(PAGE, 'utf8');
    writeFileSync(
      PAGE,
      page.replace(output, () => `\`\`\`text\n${printed}\`\`\``),
    );
  }
  expect(block('text')).toBe(printed);
});
