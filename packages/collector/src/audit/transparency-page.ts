/** The list of what is counted as a page that needs nothing else: no script, no request, readable on paper. */
import { fillIn } from '@holloway/protocol';
import { html, raw } from 'hono/html';
import { MESSAGES } from '../consent/messages/index.ts';
import { months } from '../consent/months.ts';
import { type Markup, pageStyled } from '../page.ts';
import type { CountedFact, Transparency } from './transparency.ts';
import { WORDS } from './words/index.ts';

const PAGE = pageStyled(`
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.2rem; line-height: 1.3; margin-top: 2.5rem; }
li { margin: .3rem 0; }
a { color: LinkText; }
summary { cursor: pointer; padding: .5rem 0; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .3rem 1rem; }
dd { margin: 0; }
code { font-size: .875em; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
nav a, nav strong { display: inline-block; padding: .25rem 0; }
.note { border-inline-start: .25rem solid; padding-inline-start: .75rem; }
@media (max-width: 30rem) { dl { display: block; } dd { margin-bottom: .6rem; } }
@media print { body { max-width: none; padding: 0; } nav { display: none; } }
`);

export const TRANSPARENCY_POLICY = PAGE.policy;

const list = (items: readonly unknown[]): Markup =>
  html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const fact = ({ fact: name, meaning, dimensions }: CountedFact): Markup =>
  html`<dt><code>${name}</code></dt><dd>${meaning}${dimensions.length === 0 ? '' : html` <small>(${dimensions.join(', ')})</small>`}</dd>`;

export function transparencyPage(told: Transparency): Promise<string> {
  const { site, language, languages, controller, statement, counted, slices, k, retention, links } = told;
  const words = WORDS[language];
  const messages = MESSAGES[language];
  const title = fillIn(words.title, { site: site.name });
  const asksEverywhere = Object.values(told.models).every((model) => model === 'opt-in');
  const name = new Intl.DisplayNames(language, { type: 'language' });
  const own = (code: string): string => new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  const body = html`${
    languages.length < 2
      ? ''
      : html`<nav aria-label="${words.languages}"><ul>${languages.map((each) =>
          each === language
            ? html`<li><strong aria-current="page">${own(each)}</strong></li>`
            : html`<li><a href="?format=html&amp;language=${each}" lang="${each}" hreflang="${each}" title="${name.of(each)}">${own(each)}</a></li>`,
        )}</ul></nav>`
  }
<main>
<h1>${title}</h1>
<p>${fillIn(asksEverywhere ? words.asksFirst : words.asksByPlace, { site: site.name })}</p>
${site.isTest ? html`<p class="note">${words.test}</p>` : ''}
<h2>${messages.counted}</h2>
${list(counted.map(({ text }) => text))}
${told.refusals === null ? '' : html`<p>${told.refusals}</p>`}
<details>
<summary>${words.details}</summary>
<div lang="en">${counted.map(({ facts }) => html`<dl>${facts.map(fact)}</dl>`)}</div>
</details>
<h2>${words.how}</h2>
<p>${words.slices}</p>
${list(slices.map(({ text }) => text))}
${site.isTest ? '' : html`<p>${fillIn(words.k, { k: String(k) })} ${words.waiting}</p>`}
<p>${fillIn(words.byDay, { days: String(retention.days) })} ${fillIn(messages.retention, { duration: months(retention.months, language) })} ${messages.recipients}</p>
<h2>${words.never}</h2>
${list(told.never)}
<h2>${words.limits}</h2>
${list(told.limits)}
<h2>${words.rights}</h2>
${told.rights.map((right) => html`<p>${right}</p>`)}
<p>${words.ask}</p>
<address>${[controller.name, ...controller.contact].map((line, i) => html`${i === 0 ? '' : raw('<br>')}${line}`)}</address>
${controller.policy === null ? '' : html`<p><a href="${controller.policy}">${messages.policy}</a></p>`}
<h2>${words.check}</h2>
<p>${fillIn(words.statement, { id: statement.id, day: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(statement.published)) })}</p>
${list([
  html`<a href="${links.statements}">${words.allStatements}</a>`,
  html`<a href="${links.keys}">${words.keys}</a>`,
  html`<a href="?format=json&amp;language=${language}">${words.forMachines}</a>`,
])}
</main>`;
  return PAGE.render({ language, title, body });
}
