import { join } from 'node:path';
import { output, root } from './process.ts';
import { filesBelow, layers } from './sources.ts';

interface Report {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly error: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

// dependency-cruiser passes silently when it cannot parse TypeScript, so what it saw is compared with what exists.
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const text = await output(process.execPath, [
  cruiser,
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'json',
  ...layers,
]);
const report = JSON.parse(text) as Report;

const seen = new Set(report.modules.map(({ source }) => source));
const existing = layers
  .flatMap(filesBelow)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.slice(root.length + 1));
const unseen = existing.filter((file) => !seen.has(file.replaceAll('\\', '/')));

for (const { from, to, rule } of report.summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
for (const file of unseen) console.error(`not seen by dependency-cruiser: ${file}`);
console.log(`layers: ${existing.length} modules, ${report.summary.error} violations`);
process.exitCode = report.summary.error > 0 || unseen.length > 0 || existing.length === 0 ? 1 : 0;
