import { escapeHtml } from '../../../ingest/clean/sanitise.ts';
import type { MadeText } from '../corpus.ts';

/** Text, and markup in tables within tables, as newsletters are sent: about 50 kB, with a pixel that counts who has read it. */
export function newsletter({ title, paragraphs }: MadeText, nth: number): string {
  const boundary = `=_letter_${nth}`;
  const sent = new Date(Date.UTC(2015, 0, 1, 6) + nth * 3_600_000).toUTCString().replace('GMT', '+0000');
  const plain = `${title}\n\n${paragraphs.join('\n\n')}\n`;
  const lines = [
    `From letters@gazette.example Thu Jan  1 06:00:00 2015`,
    `From: The Harbour Gazette <letters@gazette.example>`,
    'To: reader@home.example',
    `Subject: =?utf-8?B?${Buffer.from(title).toString('base64')}?=`,
    `Date: ${sent}`,
    `Message-ID: <letter-${nth}@gazette.example>`,
    `List-Id: The Harbour Letter ${nth % 7} <letter-${nth % 7}.gazette.example>`,
    `List-Unsubscribe: <https://gazette.example/leave/${nth}>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(plain),
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(markup(title, paragraphs, nth, LETTER_BYTES - Buffer.byteLength(plain))),
    `--${boundary}--`,
    '',
    '',
  ];
  const [envelope = '', ...rest] = lines;
  return `${envelope}\n${rest.join('\n').replace(/^(>*From )/gm, '>$1')}`;
}

const LETTER_BYTES = 47_000;
const CELL =
  'style="padding:12px 24px;font-family:Georgia,serif;font-size:16px;line-height:24px;color:#222222" align="left"';

function markup(title: string, paragraphs: readonly string[], nth: number, sizeBytes: number): string {
  const row = (content: string) =>
    `<table width="600" cellpadding="0" cellspacing="0" border="0"><tr><td ${CELL}>${content}</td></tr></table>\n`;
  const rows = [
    row(`<h1>${escapeHtml(title)}</h1>`),
    ...paragraphs.map((paragraph) => row(`<p>${escapeHtml(paragraph)}</p>`)),
  ];
  let size = rows.reduce((sum, { length }) => sum + length, 0);
  for (let at = 0; size < sizeBytes; at++) {
    const link = `https://click.gazette.example/to/${nth}/${at}?list=${nth % 7}&amp;reader=81f0c2&amp;campaign=morning`;
    const other = row(
      `<a href="${link}"><img src="https://pictures.gazette.example/${nth}/${at}.jpg" width="120" height="80" alt=""></a><br><a href="${link}">Also in this letter: story ${at} of the ${nth % 28}th</a>`,
    );
    rows.push(other);
    size += other.length;
  }
  return `<html><head><style>td { mso-line-height-rule: exactly }</style></head><body><center>\n${rows.join('')}<img src="https://count.gazette.example/${nth}.gif" width="1" height="1"></center></body></html>\n`;
}

/** Lines of at most 76 characters of ASCII; what is none stands as `=E2`. */
const quotedPrintable = (text: string): string =>
  text
    .replace(/=|[^\x20-\x7e\n]+/g, (some) =>
      [...Buffer.from(some)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    )
    .replace(/.{74,}/g, (line) => (line.match(/.{1,73}(?<!=)(?<!=[0-9A-F])/g) ?? []).join('=\n'));
