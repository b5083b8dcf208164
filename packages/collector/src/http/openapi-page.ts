/** The description of the HTTP surface as a page for people: no script, nothing from elsewhere. Made from the same table. */
import { html } from 'hono/html';
import { type Markup, pageStyled } from '../page.ts';
import { AREAS, ruleInWords, templateOf } from './openapi.ts';
import type { Answer, Parameter, Route } from './route.ts';

const PAGE = pageStyled(`
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, sans-serif; --line: color-mix(in srgb, currentColor 22%, transparent); }
body { max-width: 54rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; font-size: 1.2rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
article { border-top: 1px solid var(--line); padding: .75rem 0 1rem; }
h3 { font: 600 1rem/1.4 ui-monospace, monospace; margin: 0; }
h3 span { display: inline-block; min-width: 4em; opacity: .75; }
p { margin: .4rem 0; } table { border-collapse: collapse; width: 100%; font-size: .925rem; }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; }
th { font-weight: 600; white-space: nowrap; } code { font-size: .9em; }
.who { opacity: .8; } a { color: inherit; }
`);

export const OPENAPI_POLICY = PAGE.policy;

const row = (name: string, text: unknown): Markup =>
  html`<tr><th scope="row"><code>${name}</code></th><td>${text}</td></tr>`;

/** Text with `code` in it. */
const prose = (text: string): (string | Markup)[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));

const parameterRow = ({ name, in: place, description, required }: Parameter): Markup =>
  row(
    name,
    html`${prose(description)} <span class="who">(${place}${required === true ? ', needed' : ''})</span>`,
  );

const answerRow = ({ status, description, type }: Answer): Markup =>
  row(String(status), html`${prose(description)}${type === undefined ? '' : html` <code>${type}</code>`}`);

const article = (route: Route): Markup => html`
  <article>
    <h3><span>${route.method.toUpperCase()}</span> ${templateOf(route.path)}</h3>
    <p>${prose(route.summary)}</p>
    <p class="who">Who may ask: ${prose(ruleInWords(route.rule))}</p>
    <table>
      <tbody>
        ${(route.parameters ?? []).map(parameterRow)}
        ${route.body === undefined ? '' : row('body', html`${prose(route.body.description)} <code>${route.body.type}</code>`)}
        ${route.answers.map(answerRow)}
      </tbody>
    </table>
  </article>`;

/** @param version Of Holloway. */
export function openapiPage(routes: readonly Route[], version: string): Promise<string> {
  const areas = Object.entries(AREAS).map(([area, title]) => ({
    area,
    title,
    routes: routes.filter((route) => route.area === area),
  }));
  const body = html`
    <header>
      <h1>What the collector can be asked</h1>
      <p>
        Holloway ${version}. For machines: <a href="/openapi.json">openapi.json</a>. Programs send
        <code>Authorization: Bearer</code> and their key; people have a session. Errors are problem details (RFC 9457):
        they name the field and the rule, never the value.
      </p>
      <nav aria-label="Areas">
        <ul>${areas.map(({ area, title }) => html`<li><a href="#${area}">${title}</a></li>`)}</ul>
      </nav>
    </header>
    <main>
      ${areas.map(
        ({ area, title, routes: own }) => html`<section aria-labelledby="${area}">
          <h2 id="${area}">${title}</h2>
          ${own.map(article)}
        </section>`,
      )}
    </main>`;
  return PAGE.render({ language: 'en', title: 'Holloway: what the collector can be asked', body });
}
