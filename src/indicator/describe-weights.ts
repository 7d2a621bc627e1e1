import { exactText } from '../number/decimal.js';
import type { Text } from '../issue.js';
import { printTerm } from '../rule/print.js';
import type { WeightedNode } from './weights.js';

const REST: Text = { id: 'sisanya', en: 'the rest' };

/**
 * A weighted combination as a sentence: `weighted mean: results 0.6, conduct the rest`.
 *
 * @param name - what the combination is called
 */
export const describeWeights = (node: WeightedNode, language: keyof Text, name: Text): string => {
  const labels = node.by?.type.is === 'label' ? node.by.type.labels.names : [''];
  const sets = node.sets.map((parts, i) => {
    const list = parts.map(
      (part) =>
        `${part.slot.name} ${part.weight ? printTerm(part.weight, language) : REST[language]}`,
    );
    return `${labels[i] ? `${labels[i]}: ` : ''}${list.join(', ')}`;
  });
  const by = node.by ? ` ${{ id: 'menurut', en: 'by' }[language]} ${node.by.name}` : '';
  const least = node.leaveOut && exactText(node.leaveOut);
  const leaveOut = least
    ? {
        id: `; yang tidak ada ditinggalkan bila sedikitnya ${least} dari bobot tersedia`,
        en: `; what is missing is left out when at least ${least} of the weight is there`,
      }[language]
    : '';
  return `${name[language]}${by}: ${sets.join('; ')}${leaveOut}`;
};
