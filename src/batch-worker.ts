/**
 * The code of a worker of `timbang/batch`: it is started by that, and exports nothing.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from './batch/job.js';
import { scorePieces } from './batch/pieces.js';

scorePieces(workerData as Job, (message) => parentPort?.postMessage(message));
