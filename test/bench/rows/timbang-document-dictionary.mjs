import { inDictionaries } from './shapes.mjs';
import { documentRow } from './timbang-document.mjs';

export const row = documentRow({
  id: 'timbang-document-dictionary',
  how: 'as timbang-document, every object of the document in the form that an engine gives one from which a key was deleted',
  after: inDictionaries,
});
