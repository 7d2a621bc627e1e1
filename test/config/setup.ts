import * as fc from 'fast-check';

const seed = process.env['FAST_CHECK_SEED'];
if (seed !== undefined && seed !== '') fc.configureGlobal({ seed: Number(seed) });
