// JSON.parse of every line and nothing else: what every row over this file is compared with.
import { eachLine, given, report } from './lines.mjs';

let used = 0;
const lines = eachLine(given.file, (line) => {
  if (JSON.parse(line).subject !== undefined) used += 1;
});
await report({ lines, used });
