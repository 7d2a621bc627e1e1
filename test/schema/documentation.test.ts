import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evidenceJsonSchema, policyJsonSchema, unwrap } from '../../src/index.js';
import { fences } from '../docs/markdown.js';

describe('docs/json-schema.md', () => {
  const policy = fences(readFileSync('README.md', 'utf8')).find(
    ({ language }) => language === 'json',
  );
  const program = fences(readFileSync('docs/json-schema.md', 'utf8')).find(
    ({ language }) => language === 'ts',
  );

  it('its program, beside a policy, writes both schemas', async () => {
    const folder = 'build/json-schema';
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'policy.json'), policy?.text ?? '');
    const file = join(folder, 'program.ts');
    writeFileSync(file, (program?.text ?? '').replace("'timbang'", "'../../src/index.js'"));
    await import(pathToFileURL(file).href);
    const written = (name: string): unknown =>
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
    expect(written('policy.schema.json')).toEqual(policyJsonSchema());
    expect(written('evidence.schema.json')).toEqual(
      evidenceJsonSchema(unwrap(compilePolicy(policy?.text))),
    );
  });
});
