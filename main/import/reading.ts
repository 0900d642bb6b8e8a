import type { Pool } from '../../base/pool.ts';
import { AppError } from '../../contract/errors.ts';
import { isRefusal, type Refusal } from './candidate.ts';
import type { ReadFile } from './run.ts';
