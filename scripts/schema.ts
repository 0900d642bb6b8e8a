import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaText } from '../db/schema-text.ts';
import { root } from './process.ts';

/** Writes the schema, as the migrations make it, to where it is shown. A test in `db/` fails until this has been run. */
const page = join(root, 'docs/schema.md');
const before = readFileSync(page, 'utf8').split('```sql\n')[0] ?? '';
writeFileSync(page, `${before}\`\`\`sql\n${schemaText()}\`\`\`\n`);
writeFileSync(join(root, 'db/schema.sql'), schemaText());
