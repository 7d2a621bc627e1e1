export { add } from './add.js';
export { cap } from './cap.js';
export { deduct } from './deduct.js';
export { floor } from './floor.js';
export { limit } from './limit.js';
