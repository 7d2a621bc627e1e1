// The usual way to read lines, and a warning: JSON.parse of every line, over readline.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { given, report } from './lines.mjs';

let lines = 0;
for await (const line of createInterface({ input: createReadStream(given.file) }))
  if (JSON.parse(line).subject !== undefined) lines += 1;
await report({ lines });
