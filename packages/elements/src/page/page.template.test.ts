import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from '@council-kit/gateway';
import { html } from 'lit';
import { pageTemplate, type PageOptions } from './page.template.ts';

const page = (options: Partial<PageOptions> = {}): string =>
  renderToString(pageTemplate({ title: 'Where is it?', content: html`<h1>Where is it?</h1>`, ...options }));

test('is a whole document that begins with its doctype', () => {
  const document = page({ lang: 'cy', dir: 'ltr' });
  assert.match(document, /^<!doctype html>/i);
  assert.match(document, /<html\s+class="council-template"\s+lang="cy"\s+dir="ltr"\s*>/);
  assert.match(document, /<main class="council-main" id="content">[^]*<h1>Where is it\?<\/h1>[^]*<\/main>/);
  assert.match(document, /href="#content"\s*>(<!--[^>]*-->)*Neidio i’r prif gynnwys/);
});

test('says in the title what is wrong, what the page is and whose it is', () => {
  assert.match(page({ titleSuffix: 'Oakvale Council' }), /<title>Where is it\? – Oakvale Council<\/title>/);
  assert.match(page({ error: true }), /<title>Error: Where is it\?<\/title>/);
  assert.match(page({ error: true, lang: 'cy' }), /<title>Gwall: /);
});

test('has light colours unless it is told otherwise, native controls too', () => {
  assert.doesNotMatch(page(), /colou?r-scheme/);
  assert.match(page({ colourScheme: 'auto' }), /<html\s[^>]*data-council-colour-scheme="auto"/);
});

test('escapes what it is given and refuses addresses that run script', () => {
  const document = page({
    title: '</title><script>alert(1)</script>',
    description: '"><img src=x onerror=alert(1)>',
    stylesheets: ['/council.css?a=1&b=2', 'javascript:alert(1)'],
    scripts: ['data:text/javascript,alert(1)'],
    backLink: { href: 'javascript:alert(1)' },
    header: { logoText: 'Oakvale Council', url: 'javascript:alert(1)' },
  });
  assert.doesNotMatch(document, /<script>alert|<img|javascript:|data:text/);
  assert.match(document, /href="\/council\.css\?a=1&amp;b=2"/);
});

test('has no inline style, script or event handler', () => {
  const document = page({
    header: { logoText: 'Oakvale Council', serviceName: 'Report a problem', serviceUrl: '/report' },
    languageNavigation: {
      items: [
        { text: 'English', lang: 'en', current: true },
        { text: 'Cymraeg', lang: 'cy', href: '/cy' },
      ],
    },
    phaseBanner: { tag: { text: 'Beta' }, text: 'This is a new service.' },
    backLink: { href: '/report' },
    footer: { accessibilityStatement: { href: '/accessibility' }, copyright: { text: '© Oakvale Council' } },
    scripts: ['/council.js'],
  });
  assert.doesNotMatch(document, / style=|<style| on[a-z]+=|<script>/);
  assert.match(document, /<script type="module" src="\/council\.js"><\/script>/);
});
