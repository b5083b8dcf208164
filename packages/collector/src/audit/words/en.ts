/** The page about counting, in English: the text that the other languages say in theirs. */
import type { Words } from './words.ts';

export const en: Words = {
  title: 'What {site} counts',
  asksFirst:
    'This page is made from the list of all that the program may count, and from what {site} published. Nothing is counted before you agree.',
  asksByPlace:
    'This page is made from the list of all that the program may count, and from what {site} published. Where the law asks for it, nothing is counted before you agree; elsewhere until you object.',
  test: 'This is a test site, for developers on their own machine: it shows every number, however small.',
  languages: 'Languages',
  details: 'Every single count by name',
  how: 'How it is kept',
  slices: 'Sums alone, by day. Some are kept by one of these as well, and never by two at once:',
  slice: {
    viewport: 'size of the window',
    source: 'kind of website that led here',
    visitor: 'new or returning',
    device: 'kind of device',
    country: 'country',
    browser: 'browser',
    os: 'operating system',
  },
  k: 'No number is shown before {k} browsers stand behind it. No word that your browser sends is stored before {k} browsers have sent it, unless the store published it itself.',
  waiting: 'Smaller sums wait for others, for 28 days at most. Then they lose their name.',
  byDay: 'They are kept by day for {days} days, and by month after that.',
  never: 'What is never collected',
  neverList: [
    'A name, an address, or anything that you type, but for search terms that many visitors use',
    'Your IP address: it serves while your browser is answered, for the country and against floods, and is written down nowhere',
    'An identifier of you, of your device or of your visit',
    'A record of your visit, or the time of anything in it: there are sums by day, and of visits by hour of the week',
    'Two of the features above at once',
    'A recording of screen, pointer or keyboard',
    'A fingerprint of your browser',
  ],
  limits: 'What this does not protect from',
  limitsList: [
    'Until a day is closed, and while a sum waits, small exact sums lie on the server of the store. Nobody is shown them.',
    'Whoever runs the server could watch requests while they are answered, as on every website.',
  ],
  rights: 'Your rights',
  change:
    'On every page of the store you can change your mind, under “{open}”. Counting stops at once, and what your browser holds is erased.',
  unmatched:
    'No count can be matched to you, by us no more than by anybody else. So there is nothing that could be shown, corrected or deleted of you alone.',
  ask: 'For everything else, ask whoever is responsible:',
  check: 'How to check it',
  statement: 'What visitors agree to is statement {id} of {day}. It is signed.',
  allStatements: 'Everything that was ever published',
  forMachines: 'The same for machines',
  keys: 'The keys of the signatures',
};
