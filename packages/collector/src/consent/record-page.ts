/** The record as one file that needs nothing else: readable, printable, without a script. Says what record.ts gathered. */
import {
  DATA_GROUPS,
  fillIn,
  JURISDICTIONS,
  RIGHT_TO_LEFT,
  type Statement,
  type Wording,
} from '@holloway/protocol';
import { html } from 'hono/html';
import { type Markup, pageStyled } from '../page.ts';
import type { Change } from './changes.ts';
import { months } from './months.ts';
import type { ConsentRecord, Coverage, RecordedStatement } from './record.ts';

const PAGE = pageStyled(`
:root { color-scheme: light; font: 11pt/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; break-after: avoid; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1rem; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .25rem .5rem; border-bottom: 1px solid #bbb; vertical-align: top; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
code { font-size: .85em; }
article { border: 1px solid #777; padding: 0 1rem 1rem; margin: 1rem 0; }
.wrong { font-weight: bold; text-decoration: underline; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; } }
`);

export const RECORD_POLICY = PAGE.policy;

const term = (name: string, value: unknown): Markup => html`<dt>${name}</dt><dd>${value}</dd>`;

/** @param yes What is expected; the other way it is set apart, in print too. */
const finding = (is: boolean, yes: string, no: string): Markup =>
  is ? html`${yes}` : html`<strong class="wrong">${no}</strong>`;

const VERBS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

const changeItem = ({ kind, path, languages = [] }: Change): Markup =>
  html`<li>${VERBS[kind]}: <code>${path}</code>${languages.length === 0 ? '' : ` (${languages.join(', ')})`}</li>`;

/** A text as it was shown, but for what only the browser could fill in. */
function shown(
  { language, controller, messages, services }: Wording,
  { categories, facts, retention }: Statement,
): Markup {
  const direction = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
  const service = (each: Wording['services'][number]): Markup => html`
    <h4>${each.name}</h4>
    <dl>
      ${term(messages.provider, each.provider)}
      ${term(messages.purpose, each.purpose)}
      ${term(messages.data, each.data)}
      ${each.duration === null ? '' : term(messages.duration, each.duration)}
      ${each.policy === null ? '' : term(messages.policy, each.policy)}
    </dl>`;
  return html`<article lang="${language}" dir="${direction}">
    <h3>${messages.open}</h3>
    <p>${messages.banner} ${fillIn(messages.change, { open: messages.open })}</p>
    <p>[ ${messages.rejectAll} ] [ ${messages.acceptAll} ] [ ${messages.choose} ]</p>
    <dl>
      ${term(messages.controller, [controller.name, ...controller.contact].join(', '))}
      ${controller.policy === null ? '' : term(messages.policy, controller.policy)}
      ${term(messages.necessary, messages.necessaryPurpose)}
      ${categories.map((category) => term(messages[category], messages[`${category}Purpose`]))}
    </dl>
    <h4>${messages.counted}</h4>
    <ul>${DATA_GROUPS.filter((group) => facts[group] !== undefined).map((group) => html`<li>${messages.groups[group]}</li>`)}</ul>
    <p>${messages.recipients} ${fillIn(messages.retention, { duration: months(retention.countsMonths, language) })} ${fillIn(messages.remembered, { duration: months(retention.choiceMonths, language) })}</p>
    ${services.length === 0 ? '' : html`<h3>${messages.services}</h3>${services.map(service)}`}
  </article>`;
}

function statementSection(recorded: RecordedStatement, place: number): Markup {
  const { id, hash, statement, signature, intact, chained, key, changes, languages, wording } = recorded;
  const models = JURISDICTIONS.map((where) => `${where}: ${statement.policy[where]}`);
  return html`<section>
    <h3>${place}. ${id}, published on ${statement.published}</h3>
    <dl>
      ${term('Hash', html`<code>${hash}</code>, ${finding(intact, 'that of the statement', 'not that of the statement')}`)}
      ${term('Before it', html`<code>${statement.previous ?? 'none'}</code>, ${finding(chained, 'as the chain has it', 'not as the chain has it')}`)}
      ${term('Signature', key === null ? finding(false, '', 'not valid with any key of this document') : html`valid, by key <code>${key}</code>`)}
      ${term('As signed', html`<code>${signature}</code>`)}
      ${term('Controller', statement.controller)}
      ${term('Asked about', statement.categories.join(', '))}
      ${term('Model by jurisdiction', models.join(', '))}
      ${term('Browsers behind every number', String(statement.k))}
      ${term('Counts deleted after', `${statement.retention.countsMonths} months`)}
      ${term('Choice remembered for', `${statement.retention.choiceMonths} months`)}
      ${term('Refusals counted', statement.countsRefusals ? 'yes, as one anonymous count' : 'no')}
      ${term('Languages', languages.join(', '))}
    </dl>
    ${changes.length === 0 ? '' : html`<h4>Against the one before</h4><ul>${changes.map(changeItem)}</ul>`}
    ${wording === null ? '' : html`<h4>As it was shown (${wording.language})</h4>${shown(wording, statement)}`}
  </section>`;
}

const number = (value: number | null): Markup =>
  html`<td class="number">${value === null ? '–' : value}</td>`;

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

function coverageSection({ rows, waiting }: Coverage): Markup {
  if (rows.length === 0) return html`<p>No choices of these days may be shown yet.</p>`;
  return html`<table>
      <thead><tr><th>Day</th><th class="number">Agreed to all</th><th class="number">Agreed to a part</th><th class="number">Refused</th><th class="number">Share that agreed to statistics</th></tr></thead>
      <tbody>${rows.map(
        ({ value, accepted, chosen, rejected, coverage: share }) =>
          html`<tr><td>${value}</td>${number(accepted)}${number(chosen)}${number(rejected)}<td class="number">${percent(share)}</td></tr>`,
      )}</tbody>
    </table>
    <p>–: not counted, or too few to be shown. ${waiting} more wait until enough browsers stand behind them.</p>`;
}

export function recordPage(record: ConsentRecord): Promise<string> {
  const { site, made, from, to, statements, facts, coverage, keys, verification } = record;
  const broken = statements.filter((statement) => !statement.holds).length;
  const title = `Consent of ${site.name}: record of ${made}`;
  const body = html`<h1>${title}</h1>
<dl>
  ${term('Site', `${site.id} (${site.kind})`)}
  ${term('Time zone', site.timeZone)}
  ${term('Browsers behind every number', String(site.k))}
  ${term('Period', `${from} to ${to}`)}
  ${term('Statements', finding(broken === 0, `${statements.length}; the chain holds and every signature is valid`, `${broken} of ${statements.length} do not hold`))}
</dl>
<h2>What visitors were asked</h2>
${statements.length === 0 ? html`<p>Nothing is published: nobody is asked.</p>` : statements.map((statement, i) => statementSection(statement, i + 1))}
<h2>What may be counted</h2>
<p>Under the current statement, and nothing else. Sums alone: no visitor, no visit and no event is stored.</p>
${facts.map(({ text, facts: of }) => html`<h3>${text}</h3><dl>${of.map(({ name, meaning }) => term(name, meaning))}</dl>`)}
<h2>What visitors chose</h2>
${coverageSection(coverage)}
<h2>Keys</h2>
<dl>${keys.keys.map(({ kid, x }) => term(kid, html`Ed25519, <code>${x}</code>`))}</dl>
<h2>How to check it</h2>
<ol>${verification.map((line) => html`<li>${line}</li>`)}</ol>`;
  return PAGE.render({ language: 'en', title, body });
}
