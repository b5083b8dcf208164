/** A wording in which every text is its own name, so that tests of behaviour do not hang on how it is worded. */
import { DATA_GROUPS, type Messages, type Wording } from '@holloway/protocol';

const PLURALS = ['queued', 'sent'];

const MESSAGES = new Proxy({} as Messages, {
  get(_, name) {
    if (name === 'groups') return Object.fromEntries(DATA_GROUPS.map((group) => [group, group]));
    return PLURALS.includes(String(name)) ? { one: '{n}', other: '{n}' } : String(name);
  },
});

export const WORDING: Wording = {
  language: 'en',
  controller: { name: 'Store Ltd', contact: ['1 Mill Lane'], policy: null },
  messages: MESSAGES,
  services: [],
};
