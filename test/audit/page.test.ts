import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/evidence/object.js';
import { unwrap, verify } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { type Pointer, pointerTo } from '../../src/pointer.js';
import { page, planOf, recordOf, SMALL, vector, withSortedKeys } from './samples.js';

// The vectors are computed here by code that shares nothing with the library: none of them has a number or text that
// JSON.stringify writes otherwise than RFC 8785.
const canonical = (value: Json): string => JSON.stringify(withSortedKeys(value));
const sha256 = (value: Json): string =>
  `sha256:${createHash('sha256').update(canonical(value), 'utf8').digest('hex')}`;

const policy: JsonObject = JSON.parse(SMALL.policy);
const { evidence } = SMALL;
const record = recordOf(SMALL, { omit: ['policy', 'evidence'] });

const leaves = (tree: unknown, at: Pointer): readonly (readonly [Pointer, string])[] =>
  typeof tree === 'string'
    ? [[at, tree]]
    : Object.entries(tree as object).flatMap(([key, each]) => leaves(each, pointerTo(at, key)));

/** JSON with short objects on one line. */
const laidOut = (value: Json, indent = ''): string => {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || line.length + indent.length < 96) return line;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const members = isList
    ? (value as readonly Json[]).map((each) => `${inner}${laidOut(each, inner)}`)
    : Object.entries(value).map(([k, v]) => `${inner}${JSON.stringify(k)}: ${laidOut(v, inner)}`);
  return `${isList ? '[' : '{'}\n${members.join(',\n')}\n${indent}${isList ? ']' : '}'}`;
};

const computed: Readonly<Record<string, string>> = {
  canonical: [policy, evidence].map(canonical).join('\n'),
  digests: [
    ['/policy/digest', record.policy.digest] as const,
    ...leaves(record.policy.digests, '/policy/digests'),
    ['/evidence/digest', record.evidence.digest] as const,
    ...leaves(record.evidence.digests, '/evidence/digests'),
    ['/digest', record.digest] as const,
  ]
    .map(([pointer, text]) => `${text} ${pointer}`)
    .join('\n'),
  record: laidOut(JSON.parse(JSON.stringify(record))),
};

describe('docs/audit-record.md', () => {
  // To write them anew after a change of the scorecard: vitest run test/audit/page.test.ts -u
  it('holds the vectors that the library computes', async () => {
    const filled = Object.entries(computed).reduce(
      (text, [name, block]) =>
        text.replace(
          new RegExp(`(<!-- vector: ${name} -->\n\`\`\`\\w+\n)[^]*?(\`\`\`\n)`),
          (_, open: string, close: string) => `${open}${block}\n${close}`,
        ),
      page,
    );
    await expect(filled).toMatchFileSnapshot('../../docs/audit-record.md');
  });

  it('is right about digests, as another implementation computes them', () => {
    expect(vector('canonical')).toBe(`${canonical(policy)}\n${canonical(evidence)}\n`);
    const { digest, ...content } = JSON.parse(vector('record'));
    expect(sha256(content)).toBe(digest);
    expect(sha256(policy)).toBe(content.policy.digest);
    expect(sha256(evidence)).toBe(content.evidence.digest);
    // Each member of a top-level object is a part, and so is each other top-level value.
    const parts = Object.entries(policy).map(([key, value]) => [
      key,
      isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sha256(each)]))
        : sha256(value),
    ]);
    expect(content.policy.digests).toEqual(Object.fromEntries(parts));
    expect(content.evidence.digests).toEqual({
      subject: sha256('pegawai-1'),
      values: { mutu: sha256('87.655') },
      tables: {
        mangkir: { columns: sha256(['potongan']), rows: [sha256([1.5]), sha256([0.25])] },
      },
    });
  });

  it('shows a record that verifies with the documents it shows', () => {
    const shown = vector('record');
    const options = { policy: SMALL.policy, evidence: SMALL.evidence };
    expect(unwrap(verify(shown, options)).score?.text).toBe('85.91');
    expect(planOf(SMALL).digest).toBe(JSON.parse(shown).policy.digest);
  });

  it('names every code that only a record can have', async () => {
    const { issueCatalogue } = await import('../../src/catalogue.js');
    const codes = Object.keys(issueCatalogue).filter((code) => code.startsWith('record.'));
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});
