import { describe, expect, it } from 'vitest';
import { readCatalogue } from './catalogue-file.ts';

describe('a catalogue as a file', () => {
  it('has an entry a line, by the columns of its first', () => {
    const text = '\uFEFFtext,kind,label\r\n/p/heron,page,"Heron, ""gooseneck"""\r\nKE-101,product,\r\n';
    expect(readCatalogue(text)).toEqual({
      ok: true,
      entries: [
        { text: '/p/heron', kind: 'page', label: 'Heron, "gooseneck"' },
        { text: 'KE-101', kind: 'product' },
      ],
    });
  });

  it.each([
    [
      'other columns',
      'kind,name\npage,/p',
      'must have the columns kind, text, label, category in its first line',
    ],
    ['a column too few', 'text\n/p', 'must have the columns kind, text, label, category in its first line'],
    ['a quote that is never closed', 'kind,text\npage,"/p', 'must be a table of comma-separated values'],
    ['nothing', '', 'must be a table of comma-separated values'],
    ['a first line alone', 'kind,text\n', 'must have a line below the first'],
  ])('is refused with %s, before anything is sent', (_, text, rule) => {
    expect(readCatalogue(text)).toEqual({ ok: false, issue: { field: 'file', rule } });
  });
});
