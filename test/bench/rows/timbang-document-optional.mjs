import { withoutOptional } from './shapes.mjs';
import { documentRow } from './timbang-document.mjs';

export const row = documentRow({
  id: 'timbang-document-optional',
  how: 'as timbang-document, without the optional values where they are what the policy assumes',
  change: withoutOptional,
});
