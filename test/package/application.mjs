// What most applications import; `npm run size` measures what that costs them.
export { compilePolicy, evaluate, parseEvidence, score } from 'timbang';
