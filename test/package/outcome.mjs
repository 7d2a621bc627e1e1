// What a page bundles that scores by a plan and evidence that it is handed.
export { evaluate, score } from '../../dist/score.js';
