import type { Log } from '../base/log.ts';
import { failure } from '../base/port-rpc.ts';
import { AppError } from '../contract/errors.ts';
import type { Handlers, MethodName } from '../contract/methods.ts';
import { schemas } from '../contract/schemas.ts';
import type { WireReply } from '../contract/wire.ts';

const isMethod = (name: unknown): name is MethodName => typeof name === 'string' && Object.hasOwn(schemas, name);

/** Validates, runs and answers one request, whatever `request` is. Never rejects: every host relies on that. */
export async function dispatch(handlers: Handlers, log: Log, request: unknown): Promise<WireReply> {
  const { method, params } = asRequest(request);
  try {
    if (!isMethod(method)) throw new AppError('unknown-method', 'There is no such method');
    const checked = schemas[method].safeParse(params);
    if (!checked.success) throw new AppError('invalid-params', describe(checked.error.issues));
    const handle = handlers[method] as (params: unknown) => Promise<unknown>;
    return { ok: true, result: await handle(checked.data) };
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

function asRequest(request: unknown): { method: unknown; params: unknown } {
  if (typeof request !== 'object' || request === null) return { method: undefined, params: undefined };
  const { method, params } = request as { method?: unknown; params?: unknown };
  return { method, params };
}

/** Names the first few faults; a hostile call may have thousands. */
function describe(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join('.') || 'params'}: ${message}`)
    .join('; ');
}
