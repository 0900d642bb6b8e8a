import type { IngestCode, Refusal } from './types.ts';

export const refused = (code: IngestCode, message: string): Refusal => ({ ok: false, code, message });
