/** Who may import whom. Each rule says why; `npm run layers` enforces it. */
const LAYERS = '^(base|contract|ingest|db|main|renderer|e2e|scripts)/';
const TESTS = '\\.(test|spec)\\.tsx?$';

const only = (from, allowed, comment) => ({
  name: `${from}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: LAYERS, pathNot: allowed.map((dir) => `^${dir}/`) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('contract', ['contract'], 'The contract is the bottom: types, schemas and the client, nothing else.'),
    only('base', ['base', 'contract'], 'Threads, logs, packing: nothing that knows of news.'),
    only('ingest', ['ingest', 'base', 'contract'], 'Bytes in, drafts out: no store, no network, no Electron.'),
    only('db', ['db', 'base', 'contract'], 'SQL lives here and knows nothing of its callers.'),
    only('main', ['main', 'ingest', 'db', 'base', 'contract'], 'The engine may use all but the renderer.'),
    only('renderer', ['renderer', 'contract'], 'The renderer reaches the rest only through the contract.'),
    only('e2e', ['e2e'], 'End-to-end specs drive the app from outside.'),
    {
      name: 'electron-only-in-its-host',
      comment: 'So that everything else runs and is tested in plain Node.',
      severity: 'error',
      from: { pathNot: '^main/hosts/electron/' },
      to: { path: '^(node_modules/)?electron(/|$)' },
    },
    {
      name: 'engine-knows-no-host',
      comment: 'A host wraps the engine; the engine does not know which one.',
      severity: 'error',
      from: { path: '^main/', pathNot: ['^main/hosts/', TESTS] },
      to: { path: '^main/hosts/' },
    },
    {
      name: 'sqlite-only-in-db',
      comment: 'One place for SQL; db/ exposes functions, not statements.',
      severity: 'error',
      from: { pathNot: '^db/' },
      to: { path: 'better-sqlite3' },
    },
    {
      name: 'renderer-keeps-schemas-out',
      comment: "The renderer needs the contract's types; the validator stays out of its bundle.",
      severity: 'error',
      from: { path: '^(renderer|contract/client)' },
      to: { path: '^contract/schemas' },
    },
    {
      name: 'no-node-in-renderer-or-contract',
      comment: 'The sandbox has no Node.',
      severity: 'error',
      from: { path: '^(renderer|contract)/', pathNot: [TESTS, '^renderer/vite\\.config\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ingest-is-pure',
      comment: 'Hashes and compression are functions; files, sockets and clocks are not.',
      severity: 'error',
      from: { path: '^ingest/', pathNot: [TESTS, '^ingest/worker\\.ts$'] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib|buffer|string_decoder)$' },
    },
    {
      name: 'one-door-to-the-network',
      comment:
        'Everything that leaves this computer passes main/net: its rules, its ledger, offline mode. The browser host only listens.',
      severity: 'error',
      from: {
        pathNot: ['^main/(net|hosts/http)/', '\\.(test|spec|testing)\\.tsx?$', 'testing\\.ts$', '^(e2e|scripts)/'],
      },
      to: { path: ['^(node:)?(https?|http2|net|tls|dns|dns/promises|dgram)$', '(^|/)undici(/|$)'] },
    },
    {
      name: 'features-are-separate',
      comment: 'A feature is a folder one can delete; what two share moves to renderer/ui, api or state.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: [TESTS, '\\.d\\.ts$', '\\.config\\.ts$', '^scripts/'] },
      to: {},
    },
    {
      name: 'no-test-code-in-app',
      severity: 'error',
      from: { pathNot: `(${TESTS}|testing\\.ts$|^e2e/)` },
      to: { path: `(${TESTS}|testing\\.ts$)` },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
