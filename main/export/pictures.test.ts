import { expect, test } from 'vitest';
import type { SafeHtml } from '../../contract/model.ts';
import { withExportedPictures } from './pictures.ts';

const hash = 'a'.repeat(64);

test('stored pictures are named as they lie beside the file, others by their address', () => {
  const html =
    `<img src="/asset/${hash}" alt="Quay"><img data-src="https://a.example/b.jpg" alt=""><img data-src="img/c.png" alt="">` as SafeHtml;
  expect(withExportedPictures(html, new Map([[hash, 'Story_files/quay.png']]))).toBe(
    '<img src="Story_files/quay.png" alt="Quay"><img src="https://a.example/b.jpg" alt=""><img src="img/c.png" alt="">',
  );
});

test.each(['../../secret/s.png', '/etc/s.png', 'a/../../s.png', '..\\s.png', '//host.example/s.png'])(
  'an exported file does not send anyone to %s',
  (address) => {
    expect(withExportedPictures(`<img data-src="${address}" alt="S">` as SafeHtml, new Map())).toBe('<img alt="S">');
  },
);
