import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaText } from '../db/schema-text.ts';
import { root } from './process.ts';

writeFileSync(join(root, 'db/schema.sql'), schemaText());
