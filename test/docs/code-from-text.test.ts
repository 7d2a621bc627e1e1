import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fences } from './markdown.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('what the README says of content security policies', () => {
  const policy = fences(readFileSync('README.md', 'utf8')).find(
    ({ language }) => language === 'json',
  );

  /** Counts attempts to make code from text, and refuses them as a browser would. */
  const refuseCode = (): { readonly attempts: () => number } => {
    let attempts = 0;
    const refuse = (): never => {
      attempts += 1;
      throw new EvalError('refused by the content security policy');
    };
    vi.stubGlobal('Function', new Proxy(Function, { construct: refuse, apply: refuse }));
    vi.stubGlobal('eval', refuse);
    return { attempts: () => attempts };
  };

  it('a policy is compiled and a subject scored without an attempt to make code from text', async () => {
    vi.resetModules();
    const { attempts } = refuseCode();
    const timbang = await import('../../src/index.js');
    const plan = timbang.unwrap(timbang.compilePolicy(policy?.text));
    const evidence = timbang.unwrap(timbang.parseEvidence(plan, { values: { letters: 12 } }));
    expect(timbang.evaluate(plan, evidence).status).toBe('provisional');
    expect(attempts()).toBe(0);
  });

  it('the main entry of zod would attempt it', async () => {
    const { attempts } = refuseCode();
    const zod = await import('zod');
    zod.strictObject({ a: zod.string() });
    expect(attempts()).toBeGreaterThan(0);
  });
});
