import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, vi } from 'vitest';
import { fences } from './markdown.js';

/** The text of the first fence of a page in some language. */
export const blockOf = (page: string, language: string): string => {
  const found = fences(readFileSync(page, 'utf8')).find((fence) => fence.language === language);
  if (found === undefined) throw new Error(`${page} has no ${language} block`);
  return found.text;
};

/** Runs the program of a page beside its policy, in a folder, and compares what it prints with what the page says. */
export const checkProgram = async (page: string, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'policy.json'), blockOf(page, 'json'));
  const program = join(folder, 'program.ts');
  writeFileSync(program, blockOf(page, 'ts').replace("'timbang'", "'../../src/index.js'"));
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import(pathToFileURL(program).href);
  const printed = log.mock.calls.map((call) => `${call.join(' ')}\n`).join('');
  log.mockRestore();
  if (process.env['UPDATE_DOCS'] === '1') {
    const output = `\`\`\`text\n${blockOf(page, 'text')}\`\`\``;
    const text = readFileSync(page, 'utf8');
    writeFileSync(
      page,
      text.replace(output, () => `\`\`\`text\n${printed}\`\`\``),
    );
  }
  expect(blockOf(page, 'text')).toBe(printed);
};
