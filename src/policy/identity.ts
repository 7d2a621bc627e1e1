import * as z from 'zod/mini';

/** A policy's id: author's names separated by slashes. */
export const policyId = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)*$/, 'policy-id'));

/** A policy's version: three numbers. */
export const versionText = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/, 'version'));

/** The digest of a document. */
export const digestText = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/, 'digest'));
