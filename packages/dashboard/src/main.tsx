/** Where the parts are put together: the real clock, network, storage and address bar. */
import { render } from 'preact';
import { createApi, type Fetch } from './api/client.ts';
import { App } from './app.tsx';
import { createLocation } from './state/location.ts';
import { createReportStore } from './state/report-store.ts';
import { createSession } from './state/session.ts';
import { createTheme } from './state/theme.ts';
import { chosenLanguage, keepLanguage, loadWords } from './words/load-words.ts';
import type { InterfaceLanguage } from './words/words.ts';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/table.css';
import './style/bars.css';
import './style/overview.css';

const now = (): number => Date.now();
const ask: Fetch = (url, init) => fetch(url, init);
const api = createApi(ask, {
  onSignedOut() {
    session.end();
    reports.clear();
  },
});
const session = createSession(api);
const reports = createReportStore({ api, now });
const theme = createTheme({ storage: localStorage, root: document.documentElement });
const location = createLocation(window);
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
// Texts in constants are said when they are drawn: nothing is, before its language is there.
await loadWords(chosenLanguage(localStorage, navigator.languages), document.documentElement);
const onLanguage = (language: InterfaceLanguage): void => {
  keepLanguage(localStorage, language);
  window.location.reload();
};
const linkDeps = { ask, now };
render(<App {...{ api, session, reports, theme, onLanguage, location, linkDeps }} />, root);
/** A link to a view asks for itself, whoever is signed in. */
const begin = (): void => {
  if (location.entry.value?.kind !== 'shared' && session.current.value.state === 'starting')
    void session.start();
};
location.entry.subscribe(begin);
begin();
// Nobody prints before there is something to see.
void import('./style/later.css');
