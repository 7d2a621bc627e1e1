import jsonLogic from 'json-logic-js';
import * as rules from '../workload/rules.mjs';
import { flat, operations, stages } from './json-logic.mjs';

export const row = {
  id: 'json-logic-js',
  about: {
    how: 'seven rules one after the other, each reading what those before it gave; a flat record; operations of its host for the trimmed mean, the power and the rounding',
    computes: 'all of it',
  },
  prepare: ({ records }) => records.map(flat),
  setUp: () => {
    for (const [name, operation] of Object.entries(operations))
      jsonLogic.add_operation(name, operation);
    const all = stages(rules);
    return (record) => {
      for (const [name, logic] of all) record[name] = jsonLogic.apply(logic, record);
      return { cents: record.score, rating: record.rating };
    };
  },
  read: (outcome) => outcome,
};
