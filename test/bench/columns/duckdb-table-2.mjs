import { withThreads } from './duckdb-table.mjs';

export const setUp = withThreads(2);
