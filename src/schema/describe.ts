import type { Text } from '../issue.js';
import { declaredTexts } from './texts/declared.js';
import { envelopeTexts } from './texts/envelope.js';
import { evidenceTexts } from './texts/evidence.js';
import { groupTexts } from './texts/groups.js';
import { indicatorTexts } from './texts/indicator.js';
import type { KeyTexts } from './texts/key-texts.js';
import { ruleTexts } from './texts/rules.js';
import { verbTexts } from './texts/verbs.js';

/** Every text; no two of these have a definition in common. */
export const keyTexts: readonly KeyTexts[] = [
  envelopeTexts,
  evidenceTexts,
  declaredTexts,
  indicatorTexts,
  verbTexts,
  groupTexts,
  ruleTexts,
];

const own = (section: string, key: string): Text | undefined => {
  const texts = keyTexts.find((each) => Object.hasOwn(each, section))?.[section];
  return texts !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;
};

/**
 * What the key `key` of an object at `place` means: by its own place, else what it means in every verb, else
 * what it means everywhere.
 *
 * @param place - as `FormPlace`: `round`, `parameter.open`, `verb-choose.cases.*`
 */
export const keyText = (place: string, key: string): Text | undefined => {
  const [section = '', ...inside] = place.split('.').filter((each) => each !== '*');
  const path = [...inside, key].join('.');
  return (
    own(section, path) ??
    (section.startsWith('verb-') ? own('verb', path) : undefined) ??
    own('any', key)
  );
};
