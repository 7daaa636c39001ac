import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markdownHtml } from './markdown.ts';
import { smsFragments } from './sms-text.ts';
import { niceTypography } from './typography.ts';

describe('Notify’s markdown', () => {
  for (const [name, markdown, html] of [
    ['headings', '# One\n## Two\n### Three', '<h2>One</h2>\n<h3>Two</h3>\n<p>Three</p>'],
    ['paragraphs and lines', 'One\ntwo\n\nThree', '<p>One<br />two</p>\n<p>Three</p>'],
    [
      'bullet points, with any of three marks',
      'These:\n* a\n- b\n• c\n\nAfter',
      '<p>These:</p>\n<ul><li>a</li><li>b</li><li>c</li></ul>\n<p>After</p>',
    ],
    ['bullet points over empty lines', '* a\n\n* b\nmore', '<ul><li>a</li><li>b<br />more</li></ul>'],
    ['numbers', '1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['inset text', '^ Keep this\n^ email', '<blockquote><p>Keep this<br />email</p></blockquote>'],
    ['a line across', 'a\n\n---\n***\nb', '<p>a</p>\n<hr />\n<hr />\n<p>b</p>'],
    ['a link', '[Pay](https://pay.example/a?b=1&c=2)', '<p><a href="https://pay.example/a?b=1&amp;c=2" rel="noreferrer">Pay</a></p>'],
    ['an address', 'See https://pay.example/a.', '<p>See <a href="https://pay.example/a" rel="noreferrer">https://pay.example/a</a>.</p>'],
    ['what it does not have', '**bold** _it_ `code` ![img](x.png) | a |', '<p>**bold** _it_ `code`  | a |</p>'],
    ['marks without their meaning', '\\# \\[a\\]\\(b\\) \\*', '<p># [a](b) *</p>'],
    [
      'a link with a title',
      `[Pay](pay.example "Now") [b](c 'd')`,
      '<p><a href="http://pay.example" title="Now" rel="noreferrer">Pay</a> <a href="http://c" title="d" rel="noreferrer">b</a></p>',
    ],
    ['marks without a blank', '#One\n*a\n*b\n+ c', '<h2>One</h2>\n<ul><li>a</li><li>b<br />+ c</li></ul>'],
    ['no heading', 'foo ****** bar', '<p>foo ****** bar</p>'],
    ['HTML', '<script>alert(1)</script> & "x"', '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</p>'],
    ['a script as a link', '[x](javascript:alert`1`)', '<p><a href="http://javascript:alert`1`" rel="noreferrer">x</a></p>'],
    [
      'a link that breaks out',
      '[x](https://a"onclick=b) https://a/"><b>',
      '<p><a href="https://a&quot;onclick=b" rel="noreferrer">x</a> <a href="https://a/&quot;&gt;" rel="noreferrer">https://a/&quot;&gt;</a>&lt;b&gt;</p>',
    ],
    ['nothing', '\n \n', ''],
  ] as const)
    test(name, () => assert.equal(markdownHtml(markdown), html));

  test('a hostile text takes no longer than it is long', () => {
    for (const part of ['[', '![', '](', '#', '* ', '^', '\\', 'https://', '[a](', '1. ', '- ', '\n* a\n', '((', ' '])
      assert.equal(typeof markdownHtml(part.repeat(200_000)), 'string');
  });
});

test('quotes, dashes and blanks as a printer sets them', () => {
  for (const [text, nice] of [
    ["\"Hello\", he said - it's 'fine' .", '“Hello”, he said – it’s ‘fine’.'],
    [`And I said, "what about breakfast at Tiffany's"?`, 'And I said, “what about breakfast at Tiffany’s”?'],
    ['double -- dash, triple --- dash, quadruple ---- dash', 'double – dash, triple – dash, quadruple ---- dash'],
    ['2004-2008', '2004-2008'],
    ["Rock 'n roll in the '90s", 'Rock ‘n roll in the ’90s'],
    ["o'neil@example.org isn't", "o'neil@example.org isn’t"],
    ['a--b 1-2', 'a--b 1-2'],
  ] as const)
    assert.equal(niceTypography(text), nice);
});

test('how many text messages a text is', () => {
  for (const [text, fragments] of [
    ['', 1],
    ['x'.repeat(160), 1],
    ['x'.repeat(161), 2],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    [`ŵ${'x'.repeat(69)}`, 1],
    [`ŵ${'x'.repeat(70)}`, 2],
    [`ù${'x'.repeat(159)}`, 1],
    ['x'.repeat(918), 6],
  ] as const)
    assert.equal(smsFragments(text), fragments, `${text.length} ${text.slice(0, 3)}`);
});
