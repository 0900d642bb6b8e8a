import { Agent, request } from 'node:http';
import { pick } from '../../../base/seeded.ts';
import { type Faults, pelt } from '../../fuzz.testing.ts';
import { faultOf, hostileCall } from '../../hostile-calls.testing.ts';

/** Calls a loopback host over connections that stay, now and then with a body that is no JSON. */
export async function fuzzCalls(url: string, random: () => number, calls: number): Promise<Faults> {
  const { origin, hostname, port } = new URL(url);
  const cookie = (await fetch(url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const send = (body: Buffer) =>
    new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
      const headers = { cookie, origin, 'content-length': body.length };
      const sent = request({ agent, hostname, port, path: '/call', method: 'POST', headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });

  try {
    return await pelt(calls, 4, async () => {
      const body = damaged(random, Buffer.from(JSON.stringify(hostileCall(random)) ?? ''));
      const { status, text } = await send(body);
      const fault = status === 200 ? faultOf(JSON.parse(text)) : `is answered ${status}`;
      return fault && `${fault} (${body.toString().slice(0, 300)})`;
    });
  } finally {
    agent.destroy();
  }
}

/** Leaves most bodies as they are. */
function damaged(random: () => number, body: Buffer): Buffer {
  if (random() < 0.85 || body.length === 0) return body;
  const at = Math.floor(random() * body.length);
  return pick(random, [
    () => body.subarray(0, at),
    () => Buffer.concat([body, body]),
    () => Buffer.concat([body.subarray(0, at), Buffer.from([0xff, 0, 0xc3]), body.subarray(at)]),
    () => Buffer.from(body.toString('utf8'), 'utf16le'),
    () => Buffer.concat([Buffer.from('\ufeff'), body]),
  ])();
}
