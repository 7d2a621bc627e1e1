const { readFileSync } = require('node:fs');

/** Imports point down only: a layer sees the layers below it, its own files, and nothing above. Top first. */
const layers = [
  ['index.ts', 'kind.ts', 'score.ts', 'batch.ts', 'batch-worker.ts'],
  ['batch'],
  ['audit', 'explain'],
  ['evaluate'],
  ['evidence', 'schema'],
  ['plan'],
  ['policy'],
  ['indicator', 'adjust'],
  ['rule'],
  ['fast'],
  ['slot.ts'],
  ['unit.ts', 'duration.ts'],
  ['number'],
  [
    'result.ts',
    'catalogue.ts',
    'issue.ts',
    'pointer.ts',
    'json.ts',
    'suggest.ts',
    'day.ts',
    'pages.ts',
    'plain.ts',
    'message',
  ],
];

/** Matches the files of the named folders and files directly under src/. */
const within = (names) =>
  `^src/(${names.map((name) => (name.endsWith('.ts') ? name.replace('.', '\\.') + '$' : `${name}/`)).join('|')})`;

const pointDown = layers.slice(1).map((names, index) => ({
  name: `down-only:${names.join('+')}`,
  comment: `Imports point down only: ${names.join(', ')} must not know the layers above.`,
  severity: 'error',
  from: { path: within(names) },
  to: { path: within(layers.slice(0, index + 1).flat()) },
}));

/** The kinds of a family: the files that its kinds.ts lists. */
const kindsOf = (family) =>
  [...readFileSync(`src/${family}/kinds.ts`, 'utf8').matchAll(/from '\.\/([^']+)\.js'/g)]
    .map(([, name]) => name)
    .join('|');

const kindsApart = ['indicator', 'adjust'].map((family) => ({
  name: `kinds-apart:${family}`,
  comment: 'A kind answers for itself: what kinds share has a file of its own that is no kind.',
  severity: 'error',
  from: { path: `^src/${family}/`, pathNot: `^src/${family}/(kinds|registry|examples)\\.ts$` },
  to: { path: `^src/${family}/(${kindsOf(family)})\\.ts$` },
}));

/** A third party stands behind one door. */
const door = (thirdParty, keepers) => ({
  name: `one-door:${thirdParty}`,
  comment: `Only ${keepers.join(', ')} may import ${thirdParty}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: keepers },
  to: { path: `(^|/)node_modules/${thirdParty}/` },
});

module.exports = {
  forbidden: [
    ...pointDown,
    {
      name: 'layer-unknown',
      comment: 'Every file under src/ has a place in the list of layers.',
      severity: 'error',
      from: { path: '^src/', pathNot: within(layers.flat()) },
      to: {},
    },
    {
      name: 'number-stands-alone',
      comment: 'Exact numbers know nothing but numbers.',
      severity: 'error',
      from: { path: '^src/number/' },
      to: { pathNot: '^src/number/' },
    },
    {
      name: 'no-cycle',
      comment: 'No import cycles, not even by type.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...kindsApart,
    {
      name: 'runs-by-the-plan',
      comment:
        'What runs a plan takes the readers, the digest and the sentences from it: see plan/doors.ts.',
      severity: 'error',
      from: { path: '^src/(evaluate|evidence)/' },
      to: {
        path: '^src/(catalogue\\.ts|json\\.ts|message/|policy/|indicator/|adjust/|plan/)',
        pathNot: '^src/(indicator/contract|plan/(parameter-on|step|written))\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-orphan',
      comment: 'A file that nothing imports and that imports nothing is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'no-node',
      comment:
        'The core runs in browsers, workers and edge runtimes; files and threads are for src/batch alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/batch(/|-worker\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-batch',
      comment: 'What runs anywhere does not reach what runs on Node alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/batch(/|\\.ts$|-worker\\.ts$)' },
      to: { path: '^src/batch(/|\\.ts$|-worker\\.ts$)' },
    },
    {
      name: 'no-dev-dependency',
      comment:
        'Users do not install what only development needs; what the build carries they need not install.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
        pathNot: '^node_modules/(zod|jsonc-parser)/',
      },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    door('canonicalize', ['^src/json\\.ts$']),
    door('@noble/hashes', ['^src/json\\.ts$']),
    door('jsonc-parser', ['^src/policy/']),
    door('zod', ['^src/(policy|indicator|adjust|rule)/', '/schema\\.ts$']),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
