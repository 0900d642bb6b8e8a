import { expect, test } from 'vitest';
import { isLikelyPrivate } from './private-address.ts';

test.each(['http://localhost:8080/a', '192.168.1.5', 'nas.local/feed', '10.0.0.1:80', 'http://[::1]/'])(
  '%s is asked about',
  (address) => {
    expect(isLikelyPrivate(address)).toBe(true);
  },
);

test.each(['https://news.example/a', '11.0.0.1', '172.32.0.1', 'local.example', '', 'localhost.example'])(
  '%s is not',
  (address) => {
    expect(isLikelyPrivate(address)).toBe(false);
  },
);
