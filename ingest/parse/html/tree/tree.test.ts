import { describe, expect, test } from 'vitest';
import type { PageElement } from '../dom.ts';
import { treeOf } from './build.ts';

const textsOf = (elements: Iterable<PageElement>): readonly string[] => [...elements].map((each) => each.textContent);

describe('what a page says becomes a tree', () => {
  test('text that is written in pieces is one text; names of elements and attributes are in lower case', () => {
    const tree = treeOf('<P TITLE="a &amp; b">Salt &amp; pepper<!-- no --></P>');
    const paragraph = tree.firstElementChild;
    expect(paragraph?.localName).toBe('p');
    expect(paragraph?.getAttribute('title')).toBe('a & b');
    expect(paragraph?.firstChild?.textContent).toBe('Salt & pepper');
    expect(paragraph?.textContent).toBe('Salt & pepper');
  });

  test('what is written again is read as the same', () => {
    const html =
      '<div class="a b"><p title="&quot;x&amp;copy=1&quot;">1 &lt; 2 &amp;amp; 3<br>4</p><script>if (1 < 2) go();</script><!--x--></div>';
    const tree = treeOf(html);
    expect(tree.innerHTML).toBe(html);
    expect(treeOf(tree.innerHTML).innerHTML).toBe(html);
    expect(tree.firstElementChild?.outerHTML).toBe(html);
  });

  test('however deep it is', () => {
    const depth = 5_000;
    const tree = treeOf(`${'<b>'.repeat(depth)}deep${'</b>'.repeat(depth)}`);
    expect(tree.textContent).toBe('deep');
    expect(tree.querySelectorAll('b')).toHaveLength(depth);
    expect(tree.innerHTML).toHaveLength(depth * 7 + 4);
  });
});

describe('selectors', () => {
  const tree = treeOf(
    '<main><h2 class="top author-name">A</h2><section itemprop="x author" TYPE="Text/Plain"><p id="p1">B</p><div><p class="fn" data-x="Head">C</p></div></section>' +
      '<template><p>not on the page</p></template><meta property="author"></main><p>D</p>',
  );
  test.each([
    ['p', ['B', 'C', 'D']],
    ['p:first-child', ['B', 'C']],
    ['h2 + section', ['BC']],
    ['main, ][', null],
    ['main p', ['B', 'C']],
    ['section > p', ['B']],
    ['main > p', []],
    ['main>section p.fn', ['C']],
    ['[id],[class]', ['A', 'B', 'C']],
    ['p[class],h2.top', ['A', 'C']],
    ['.author', []],
    ['[class*="author"]', ['A']],
    ['[itemprop~="author"]', ['BC']],
    ['[itemprop="author"]', []],
    ['[id^="p"]', ['B']],
    ['[id$="1"]', ['B']],
    ['[data-x*="head"]', []],
    ['[data-x*="head" i]', ['C']],
    ['section[type="text/plain"]', ['BC']],
    ['[property~="author"]:not(meta)', []],
    ['[class]:not(h2)', ['C']],
  ])('%s', (selector, found) => {
    if (found === null) expect(() => tree.querySelectorAll(selector)).toThrow();
    else expect(textsOf(tree.querySelectorAll(selector))).toEqual(found);
  });

  test('ask of an element itself, and of what it stands in', () => {
    const inner = tree.querySelector('.fn');
    expect(inner?.matches('div p')).toBe(true);
    expect(inner?.closest('section,main')?.localName).toBe('section');
    expect(inner?.closest('p')).toBe(inner);
    expect(inner?.closest('article')).toBeNull();
    expect(tree.querySelector('main')?.contains(inner ?? null)).toBe(true);
  });
});

describe('a tree can be changed', () => {
  const items = (): PageElement => treeOf('<ul><li>1</li><li>2</li><li>3</li></ul>').firstElementChild as PageElement;

  test('what is taken out leaves its neighbours beside one another', () => {
    const list = items();
    const [first, second, third] = [...list.children];
    second?.remove();
    expect(first?.nextElementSibling).toBe(third);
    expect(third?.previousElementSibling).toBe(first);
    expect(second?.parentElement).toBeNull();
    expect(list.textContent).toBe('13');
  });

  test('what stands elsewhere is moved, also out of what it takes the place of', () => {
    const list = items();
    const [first, second, third] = [...list.children] as [PageElement, PageElement, PageElement];
    list.prepend(third, 'and ');
    second.append(first);
    expect(list.innerHTML).toBe('<li>3</li>and <li>2<li>1</li></li>');
    second.replaceWith(...second.childNodes);
    expect(list.innerHTML).toBe('<li>3</li>and 2<li>1</li>');
    third.before('0');
    expect(list.textContent).toBe('03and 21');
  });

  test('words and markup take the place of what was there', () => {
    const list = items();
    list.innerHTML = '<li class="b a b">x</li>y';
    expect(list.innerHTML).toBe('<li class="b a">x</li>y');
  });

  test('attributes', () => {
    const list = items();
    list.setAttribute('id', 'a');
    list.setAttribute('id', 'b');
    expect([...list.attributes].map(({ name, value }) => [name, value])).toEqual([['id', 'b']]);
    list.removeAttribute('id');
    expect(list.getAttribute('id')).toBeNull();
  });
});

test('whatever is set of an element stays set, also where nothing is forgiven', () => {
  const tree = treeOf('<p class="a">b</p>');
  Object.assign(tree.firstElementChild ?? {}, { className: 'page', id: 'one' });
  expect(tree.innerHTML).toBe('<p class="page" id="one">b</p>');
});
