import { inOrders } from './shapes.mjs';
import { documentRow } from './timbang-document.mjs';

export const row = documentRow({
  id: 'timbang-document-3-orders',
  how: 'as timbang-document, the keys of the values in 3 different orders',
  change: inOrders(3),
});
