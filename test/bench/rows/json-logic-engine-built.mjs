import * as rules from '../workload/rules.mjs';
import { flat, stages } from './json-logic.mjs';
import { makeEngine } from './json-logic-engine.mjs';

export const row = {
  id: 'json-logic-engine-built',
  about: {
    how: 'as json-logic-js; each rule made into a function by `build`, which uses `eval`',
    computes: 'all of it',
  },
  prepare: ({ records }) => records.map(flat),
  setUp: () => {
    const engine = makeEngine();
    const all = stages(rules).map(([name, logic]) => [name, engine.build(logic)]);
    return (record) => {
      for (const [name, run] of all) record[name] = run(record);
      return { cents: record.score, rating: record.rating };
    };
  },
  read: (outcome) => outcome,
};
