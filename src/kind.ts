/**
 * What a host needs to write kinds of indicator of its own, besides `defineIndicator`.
 */
export { absentHere, eachMember, readingsOf } from './indicator/contract.js';
export { defineIndicator, type HostIndicator } from './indicator/host.js';
export { readNumber } from './number/decimal.js';
export {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  multiplyExact,
  type PowerFactor,
  powerProduct,
  subtractExact,
} from './number/exact.js';
export { type Rational, rational } from './number/rational.js';
export { compileCondition, compileNumber, compileRead, compileRule } from './rule/compile.js';
export { evaluateTerm } from './rule/evaluate.js';
export { namesIn } from './rule/names.js';
export type {
  InfixForm,
  Operator,
  OperandType,
  Sign,
  TypeReport,
  Typing,
} from './rule/operator.js';
export { printTerm } from './rule/print.js';
export type { Scope } from './rule/scope.js';
export { slotsOf, type Term } from './rule/term.js';
export { isAbsent, isNumber, worstAbsence } from './slot.js';
