import type { Log } from '../base/log.ts';
import { failure } from '../base/port-rpc.ts';
import { AppError } from '../contract/errors.ts';
import type { Handlers, MethodName } from '../contract/methods.ts';
import type { WireReply } from '../contract/wire.ts';

type Schemas = typeof import('../contract/schemas.ts').schemas;

/** Loaded with the first call. */
let loaded: Schemas | null = null;
const load = async (): Promise<Schemas> => {
  loaded ??= (await import('../contract/schemas.ts')).schemas;
  return loaded;
};

/** Validates, runs and answers one request, whatever `request` is. Never rejects: every host relies on that. */
export async function dispatch(handlers: Handlers, log: Log, request: unknown): Promise<WireReply> {
  const { method, params } = asRequest(request);
  try {
    const schemas = await load();
    if (!isOneOf(schemas, method)) throw new AppError('unknown-method', 'There is no such method');
    const handle = handlers[method] as (params: unknown) => Promise<unknown>;
    return { ok: true, result: await handle(check(schemas[method], params)) };
  } catch (error) {
    const reply = failure(error);
    if (reply.ok || reply.error.code !== 'internal') return reply;
    log('error', 'a call failed', { method: String(method), error: reply.error.message });
    return {
      ok: false,
      error: { code: 'internal', message: 'Something went wrong. The log in the library folder says more.' },
    };
  }
}

const NO_REQUEST = { method: undefined, params: undefined };

/** Within one process a request can be an object that refuses to be read. */
function asRequest(request: unknown): { method: unknown; params: unknown } {
  if (typeof request !== 'object' || request === null) return NO_REQUEST;
  try {
    const { method, params } = request as { method?: unknown; params?: unknown };
    return { method, params };
  } catch {
    return NO_REQUEST;
  }
}

const isOneOf = (schemas: Schemas, name: unknown): name is MethodName =>
  typeof name === 'string' && Object.hasOwn(schemas, name);

/** @throws AppError `invalid-params` */
function check(schema: Schemas[MethodName], params: unknown): unknown {
  const checked = read(() => schema.safeParse(params));
  if (!checked.success) throw new AppError('invalid-params', describe(checked.error.issues));
  return checked.data;
}

function read<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new AppError('invalid-params', 'The params cannot be read');
  }
}

const LONGEST_REASON = 500;

/** Names the first few faults; a hostile call may have thousands. */
function describe(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join('.') || 'params'}: ${message}`)
    .join('; ')
    .slice(0, LONGEST_REASON);
}
