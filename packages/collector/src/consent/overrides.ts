/** A store's own words in the place of ours: any text of the messages, in any language that it publishes. */
import type { Messages } from '@holloway/protocol';
import * as v from 'valibot';
import { en } from './messages/en.ts';
import { TEXT } from './text.ts';

/** Some of a tree of texts. */
export type Overrides<Tree> = {
  readonly [key in keyof Tree]?: Tree[key] extends string | undefined ? string : Overrides<Tree[key]>;
};
export type MessageOverrides = Overrides<Messages>;

interface Texts {
  readonly [key: string]: string | Texts;
}

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

const placeholdersOf = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];

/** A text that fills nothing in but what ours does: anything else would stand there in braces. */
function wordingOf(ours: string) {
  const known = placeholdersOf(ours);
  const rule = `may have ${known.length === 0 ? 'no placeholder' : `no placeholder but ${known.join(', ')}`}`;
  return v.pipe(
    TEXT,
    v.check((text) => placeholdersOf(text).every((each) => known.includes(each)), rule),
  );
}

type OverrideSchema = v.GenericSchema<unknown, string | Texts>;

function schemaOf(tree: Texts): OverrideSchema {
  // Languages differ in the plural forms that they have; the English tree has its own alone.
  const plural = typeof tree.one === 'string' && typeof tree.other === 'string';
  const texts = plural ? Object.fromEntries(PLURALS.map((form) => [form, tree.other])) : tree;
  return v.strictObject(
    Object.fromEntries(
      Object.entries(texts as Texts).map(([key, each]) => [
        key,
        v.exactOptional(typeof each === 'string' ? wordingOf(each) : schemaOf(each)),
      ]),
    ),
  ) as unknown as OverrideSchema; // its keys are those of the messages, which the type of a computed object cannot say
}

/** Any part of the messages; what is none of them is refused. */
export const OVERRIDES = schemaOf(en as unknown as Texts) as unknown as v.GenericSchema<
  unknown,
  MessageOverrides
>;

function merge(ours: Texts, theirs: Texts): Texts {
  return {
    ...ours,
    ...Object.fromEntries(
      Object.entries(theirs).map(([key, text]) => {
        const before = ours[key];
        return [key, typeof text === 'string' || typeof before !== 'object' ? text : merge(before, text)];
      }),
    ),
  };
}

export const withOverrides = (messages: Messages, overrides: MessageOverrides = {}): Messages =>
  merge(messages as unknown as Texts, overrides as Texts) as unknown as Messages;
