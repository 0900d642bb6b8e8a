import { expect, test } from 'vitest';
import { sanitise } from './sanitise.ts';
import { textOfHtml } from './text-of-html.ts';

const text = (html: string): string => textOfHtml(sanitise(html));

test.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['<p>One\n  line, <em>one</em><strong> word</strong>.</p>\n\n', 'One line, one word.'],
  ['<p>First<br>second<br><br>third</p>', 'First\nsecond\n\nthird'],
  ['<h1>Head</h1><p>Text</p><h2>Sub</h2>', 'Head\n\nText\n\nSub'],
  ['<p>1 &lt; 2 &amp;&amp; &quot;3&quot; &#233; &nbsp;x</p>', '1 < 2 && "3" é x'],
  ['<p></p><p> </p><p>Only</p><div></div>', 'Only'],
  ['<p>Before</p><hr><p>After</p>', 'Before\n\nAfter'],
  ['no tags at all', 'no tags at all'],
  ['', ''],
])('%j', (html, expected) => {
  expect(text(html)).toBe(expected);
});

test('items are lines, numbered ones numbered, nested ones indented, around them blank lines', () => {
  expect(text('<p>Before</p><ul><li>one</li><li>two</li></ul><p>After</p>')).toBe('Before\n\n- one\n- two\n\nAfter');
  expect(text('<ol><li>one<ul><li>a</li><li>b</li></ul></li><li>two</li></ol>')).toBe('1. one\n  - a\n  - b\n2. two');
  expect(text('<ul><li></li><li>two</li></ul>')).toBe('- two');
});

test('paragraphs of one item stay in its line, apart', () => {
  expect(text('<ul><li><p>one</p><p>more</p></li><li><p>two</p></li></ul>')).toBe('- one more\n- two');
});

test('rows are lines, cells are side by side', () => {
  const table =
    '<p>Before</p><table><thead><tr><th>Year</th><th>Swifts</th></tr></thead>\n<tbody>\n<tr>\n<td>2021</td>\n<td>34</td></tr><tr><td>2022</td><td>29</td></tr></tbody></table><p>After</p>';
  expect(text(table)).toBe('Before\n\nYear\tSwifts\n2021\t34\n2022\t29\n\nAfter');
});

test('code keeps its lines and spaces', () => {
  expect(text('<p>See</p><pre><code>if (a) {\n    b();\n\n}\n</code></pre><p>there</p>')).toBe(
    'See\n\nif (a) {\n    b();\n\n}\n\nthere',
  );
});

test('quotes, figures and definitions are blocks', () => {
  expect(text('<blockquote><p>Said</p><p>she</p></blockquote><figure><figcaption>Seen</figcaption></figure>')).toBe(
    'Said\n\nshe',
  );
  expect(text('<dl><dt>Swift</dt><dd>A bird</dd></dl>')).toBe('Swift\n\nA bird');
});

test('hostile sizes are no more work than their length', () => {
  const many = 50_000;
  expect(text(`<p>${'<em>a</em> b '.repeat(many)}</p>`)).toHaveLength(many * 4 - 1);
  expect(text(`<pre>${' '.repeat(4 * many)}x</pre>`)).toHaveLength(4 * many + 1);
  expect(text(`<p>${' '.repeat(4 * many)}x</p>`)).toBe('x');
  expect(text('<p> </p>'.repeat(many))).toBe('');
  expect(text(`<pre>${'\n'.repeat(4 * many)}</pre>`)).toBe('');
});
