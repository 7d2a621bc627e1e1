import { exactText } from '../number/decimal.js';
import { isRational } from '../number/exact.js';
import { isNumber } from '../slot.js';
import type { Sign } from './operator.js';
import type { Term } from './term.js';

const IF: Sign = { id: 'jika', en: 'if' };
const THEN: Sign = { id: 'maka', en: 'then' };
const ELSE: Sign = { id: 'selain itu', en: 'else' };
const IN: Sign = { id: 'termasuk', en: 'in' };

type Language = keyof Sign;

const LOOSEST = -1;
const TIGHTEST = 9;

/** A literal as it is written, a read by its name. */
const plainLeaf = (term: Term): string => {
  if (term.is === 'read') return term.slot.name;
  if (term.is === 'apply') return '';
  const { text, cell } = term;
  return text ?? (isNumber(cell) && isRational(cell) ? exactText(cell) : '');
};

const choice = (parts: readonly string[], language: Language): string => {
  let text = '';
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const head = i === 0 ? IF[language] : `${ELSE[language]} ${IF[language]}`;
    text += `${text === '' ? '' : ' '}${head} ${parts[i] ?? ''} ${THEN[language]} ${parts[i + 1] ?? ''}`;
  }
  return `${text} ${ELSE[language]} ${parts.at(-1) ?? ''}`;
};

const print = (
  term: Term,
  language: Language,
  outer: number,
  leaf: (term: Term) => string,
): string => {
  if (term.is !== 'apply') return leaf(term);
  const form = term.operator.print;
  const parts = (binds: number): string[] =>
    term.of.map((each) => print(each, language, binds, leaf));
  const wrap = (text: string, binds: number): string => (binds < outer ? `(${text})` : text);
  if (form.as === 'call') return `${term.operator.name}(${parts(LOOSEST).join('; ')})`;
  if (form.as === 'choice') return wrap(choice(parts(0), language), LOOSEST + 0.5);
  if (form.as === 'membership') {
    const [value = '', ...set] = parts(4);
    return wrap(`${value} ${IN[language]} {${set.join('; ')}}`, 3);
  }
  if (form.as === 'between') {
    const [value = '', low = '', high = ''] = parts(4);
    return wrap(`${low} ≤ ${value} ≤ ${high}`, 3);
  }
  const sign = form.sign[language];
  if (form.as === 'prefix') return wrap(`${sign} ${parts(form.binds + 0.5).join('')}`, form.binds);
  const [only, second] = term.of;
  if (only !== undefined && second === undefined && term.operator.name !== '-') {
    return print(only, language, outer, leaf);
  }
  if (term.of.length === 1) return wrap(`${sign}${parts(TIGHTEST).join('')}`, form.binds);
  return wrap(parts(form.binds + 0.5).join(` ${sign} `), form.binds);
};

/** As `printTerm`, in brackets where it is more than one value: for a place inside a formula. */
export const printOperand = (term: Term, language: Language): string =>
  print(term, language, TIGHTEST, plainLeaf);

/**
 * A compiled rule as a formula in infix, `absent × absence-cut`.
 *
 * @param leaf - how a literal or a read is shown; its text or name unless given
 */
export const printTerm = (
  term: Term,
  language: Language,
  leaf: (term: Term) => string = plainLeaf,
): string => print(term, language, LOOSEST, leaf);
