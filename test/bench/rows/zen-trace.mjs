import { ZenEngine } from '@gorules/zen-engine';
import { row as zen } from './zen.mjs';
import { single } from './zen-decision.mjs';

export const row = {
  ...zen,
  id: 'zen-trace',
  about: { ...zen.about, how: 'as zen, with its trace, which says what each node read and gave' },
  setUp: () => {
    const decision = new ZenEngine().createDecision(single);
    return (record) => decision.evaluate(record, { trace: true });
  },
};
