// @vitest-environment node
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, type Words } from '../src/words/words.ts';
import de from '../src/words/words-de.ts';
import es from '../src/words/words-es.ts';
import fr from '../src/words/words-fr.ts';
import it_ from '../src/words/words-it.ts';
import { type Said, textsBelow, textsOf } from './texts.ts';

const DICTIONARIES: { readonly [language in Exclude<InterfaceLanguage, 'en'>]: Words } = {
  de,
  fr,
  it: it_,
  es,
};

/** The same in every language. */
const SAME = [
  'Holloway',
  'CSV',
  'SHA-256',
  // Each called as those call it who read it.
  'English',
  'Deutsch',
  'Français',
  'Italiano',
  'Español',
  // Not read by people.
  'ApiError',
  'Bearer {}',
  '<script src="{}/holloway.js" data-site="{}" defer></script>',
  '<div data-holloway-experiment="{}" data-holloway-arm="{}"{}>…</div>',
  "const arm = await holloway.arm('{}'); // {}",
  '<a href="#privacy" data-holloway-open>Privacy settings</a>',
  '"preferences": [ { "key": "colour", "label": { "en": "Favourite colour", "de": "Lieblingsfarbe" }, "values": [ { "value": "red", "label": { "en": "Red", "de": "Rot" } }, { "value": "blue", "label": { "en": "Blue", "de": "Blau" } } ] } ]',
];

const modules = textsBelow(join(import.meta.dirname, '../src'));
const said: readonly Said[] = [...modules].sort().flatMap(([, texts]) => texts.said);
const unsaid = [...modules].flatMap(([, texts]) => texts.unsaid);
const keys = new Map(said.map((each) => [each.english, each]));

const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

/** What stands in a dictionary for a text, as lines to be filled in. */
const toFill = (missing: readonly Said[]): string =>
  missing
    .map(({ english, one }) => `  ${JSON.stringify(english)}: ${one === null ? "''" : "['', '']"},`)
    .join('\n');

describe('every text', () => {
  it('is said in the language of the reader, or is the same in all of them', () => {
    const found = unsaid.filter(({ text }) => !SAME.includes(text));
    expect(found.map(({ place, text }) => `${place} ${text}`)).toEqual([]);
  });

  it('of the exceptions is there', () => {
    const found = unsaid.map(({ text }) => text);
    expect(SAME.filter((text) => !found.includes(text))).toEqual([]);
  });

  it('depends on a number wherever it is said, or nowhere', () => {
    const plural = new Set(said.filter(({ one }) => one !== null).map(({ english }) => english));
    const mixed = said.filter(({ english, one }) => one === null && plural.has(english));
    expect(mixed.map(({ place, english }) => `${place} ${english}`)).toEqual([]);
  });
});

describe.each(INTERFACE_LANGUAGES.filter((one) => one !== 'en'))('the dictionary of %s', (language) => {
  const words = DICTIONARIES[language];
  const entries = Object.entries(words);

  it('has every text', () => {
    const missing = [...keys.values()].filter(({ english }) => words[english] === undefined);
    expect(missing, `to be filled in, in words-${language}.ts:\n${toFill(missing)}\n`).toEqual([]);
  });

  it('has none that nobody says', () => {
    expect(entries.map(([english]) => english).filter((english) => !keys.has(english))).toEqual([]);
  });

  it('leaves none empty', () => {
    expect(entries.filter(([, text]) => [text].flat().some((form) => form.trim() === ''))).toEqual([]);
  });

  it('has two forms of those that depend on a number, and one of all others', () => {
    const wrong = entries.filter(
      ([english, text]) => Array.isArray(text) !== ((keys.get(english)?.one ?? null) !== null),
    );
    expect(wrong).toEqual([]);
  });

  it('puts in the same values; of one, the number may be told in words', () => {
    const wrong = entries.filter(([english, text]) => {
      const asked = placeholdersOf(english).join();
      const [one, many = one] = [text].flat();
      const isOne = [asked, placeholdersOf(english.replaceAll('{n}', '')).join()].includes(
        placeholdersOf(one ?? '').join(),
      );
      return placeholdersOf(many ?? '').join() !== asked || !(Array.isArray(text) ? isOne : true);
    });
    expect(wrong).toEqual([]);
  });
});

describe('texts that are not said', () => {
  const found = (source: string): string[] => textsOf(source, 'screen.tsx').unsaid.map(({ text }) => text);

  it.each([
    ['between tags', '<p>Hello</p>', 'Hello'],
    ['over several lines', '<p>\n  Two\n  lines <b>{n}</b>\n</p>', 'Two lines'],
    ['of an attribute', '<Panel title="hello" />', 'hello'],
    ['read out', '<section aria-label="moves" />', 'moves'],
    ['of a choice', '<p>{isOpen ? "hello" : null}</p>', 'hello'],
    ['of an attribute with a choice', '<Panel note={isOpen ? "hello" : undefined} />', 'hello'],
    ['after a condition', '<p>{isOpen && "hello"}</p>', 'hello'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source that is read
    ['with values', '<p>{`${n} rows`}</p>', '{} rows'],
    ['put together', '<p>{n + " rows"}</p>', 'rows'],
    ['of a column', 'const column = { title: "name" };', 'name'],
    ['of a constant', 'const NAMES = { home: "Home page" };', 'Home page'],
    ['of a list', 'const head = ["Views", ""];', 'Views'],
    ['of a list that is joined', 'const words = ["never used", name].join(", ");', 'never used'],
    ['that is returned', 'const words = () => "no earlier days";', 'no earlier days'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source that is read
    ['handed to what says it, but made of values', 't(`${n} rows`);', '{} rows'],
    ['among the values of another', 't("{n} of {what}", { what: "Pages" });', 'Pages'],
    ['within an element among them', 'tx("See {link}", { link: <a href="#">the keys</a> });', 'the keys'],
    ['marked, but not as it stands', 'msg(NAME);', 'msg of no plain text'],
  ])('are found %s', (_, source, text) => {
    expect(found(source)).toEqual([text]);
  });

  it.each([
    ['are said', '<Panel title={t("Hello")}>{isOpen ? t("Yes") : tn(n, "{n} row", "{n} rows")}</Panel>'],
    ['are marked', 'const NAMES = { home: msg("Home page") };'],
    ['are to be typed as they are', '<code>holloway site add store</code>'],
    ['are keys of the keyboard', '<kbd>Home</kbd>'],
    ['name classes', '<p class={isOpen ? "panel narrow" : "panel"} />'],
    ['are names of classes', 'const fill = () => `box-fill fill-bare`;'],
    ['are compared with', 'if (event.key === "Home") go();'],
    ['are of the platform', 'document.querySelector("main input");'],
    ['tell programmers', 'throw new Error("no such place");'],
    ['are types', 'type Name = "Home page";'],
  ])('are not those that %s', (_, source) => {
    expect(found(source)).toEqual([]);
  });

  it('are none where a call chooses between two that are said', () => {
    const { said: both } = textsOf('t(isOpen ? "Open" : "Closed");', 'screen.tsx');
    expect(both).toEqual([
      { english: 'Open', one: null, place: 'screen.tsx:1' },
      { english: 'Closed', one: null, place: 'screen.tsx:1' },
    ]);
  });
});
