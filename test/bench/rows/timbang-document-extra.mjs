import { withMoreInputs, withMoreValues } from './shapes.mjs';
import { documentRow } from './timbang-document.mjs';

export const row = documentRow({
  id: 'timbang-document-extra',
  how: 'as timbang-document, with ten values besides that the policy has inputs for and reads nowhere',
  change: withMoreValues,
  policy: withMoreInputs,
});
