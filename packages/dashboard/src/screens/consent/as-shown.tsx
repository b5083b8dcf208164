/** A statement as visitors of one language read it: banner and privacy centre on one sheet, to be printed alone. */
import type { Language, SignedStatement, Statement, Wording } from '@holloway/protocol';
import { DATA_GROUPS, fillIn, RIGHT_TO_LEFT } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { formatDays } from '../../model/format.ts';
import { languageName } from '../../model/names.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../../ui/icon.tsx';
import { Ready } from '../../ui/ready.tsx';
import { t } from '../../words/words.ts';

interface AsShownProps {
  readonly signed: SignedStatement;
  readonly place: number;
  readonly language: Language;
}

/** The stylesheet leaves nothing but the sheet while this is set. */
function printSheet(): void {
  document.documentElement.dataset.printing = 'sheet';
  window.addEventListener('afterprint', () => delete document.documentElement.dataset.printing, {
    once: true,
  });
  window.print();
}

export function AsShown({ signed: { id, hash, statement }, place, language }: AsShownProps) {
  const { api, site } = useView();
  const wording = useAnswer(`${site.id} ${id} ${language}`, () => api.getWording(site.id, id, language));
  return (
    <Ready of={wording} lines={12}>
      {(text) => (
        <>
          <button type="button" class="button" onClick={printSheet}>
            <Icon name="print" /> {t('Print this sheet')}
          </button>
          <div class="sheet">
            <p class="sheet-head">
              {t('{site}, version {n}, published {day}, in {language}', {
                site: site.name,
                n: place + 1,
                day: formatDays(statement.published, statement.published),
                language: languageName(language),
              })}
              <br />
              <code>{hash}</code>
            </p>
            <Sheet wording={text} statement={statement} />
          </div>
        </>
      )}
    </Ready>
  );
}

/** `25 months`, in the words of the language. */
const duration = (count: number, unit: 'month' | 'day', language: Language): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

const Term = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Sheet({ wording, statement }: { readonly wording: Wording; readonly statement: Statement }) {
  const { language, controller, messages } = wording;
  const { categories, facts, retention, countsRefusals, policy } = statement;
  return (
    <article lang={language} dir={RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr'}>
      <section class="sheet-banner" aria-label={messages.open}>
        <p>{messages.banner}</p>
        <p>{fillIn(messages.change, { open: messages.open })}</p>
        {countsRefusals && <p>{messages.refusalsCounted}</p>}
        <ul class="sheet-buttons">
          {[messages.rejectAll, messages.acceptAll, messages.choose].map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </section>
      <h4>{messages.open}</h4>
      <dl>
        <Term name={messages.necessary}>
          {messages.necessaryPurpose} ({messages.alwaysOn})
        </Term>
        {categories.map((category) => (
          <Term key={category} name={messages[category]}>
            {messages[`${category}Purpose`]}
          </Term>
        ))}
        <Term name={messages.controller}>
          {[controller.name, ...controller.contact].map((line) => (
            <div key={line}>{line}</div>
          ))}
          {controller.policy !== null && <div>{`${messages.policy}: ${controller.policy}`}</div>}
        </Term>
      </dl>
      <h5>{messages.counted}</h5>
      <ul class="listed">
        {DATA_GROUPS.filter((group) => facts[group] !== undefined).map((group) => (
          <li key={group}>{messages.groups[group]}</li>
        ))}
      </ul>
      <p>
        {messages.recipients}{' '}
        {fillIn(messages.retention, { duration: duration(retention.countsMonths, 'month', language) })}{' '}
        {fillIn(messages.remembered, { duration: duration(retention.choiceMonths, 'month', language) })}
      </p>
      <Services wording={wording} statement={statement} />
      <p>{messages.objection}</p>
      {Object.values(policy).includes('opt-out') && <p>{messages.optOut}</p>}
    </article>
  );
}

function Services({ wording, statement }: { readonly wording: Wording; readonly statement: Statement }) {
  const { language, messages, services } = wording;
  if (services.length === 0) return null;
  const cookiesOf = (id: string) => statement.services.find((service) => service.id === id)?.cookies ?? [];
  return (
    <>
      <h4>{messages.services}</h4>
      {services.map(({ id, category, name, provider, purpose, data, policy, duration: said }) => (
        <section key={id} aria-label={name}>
          <h5>
            {name} <small>{messages[category]}</small>
          </h5>
          <dl>
            <Term name={messages.provider}>{provider}</Term>
            <Term name={messages.purpose}>{purpose}</Term>
            <Term name={messages.data}>{data}</Term>
            <Term name={messages.duration}>
              {said}
              {cookiesOf(id).map((cookie) => (
                <div key={cookie.name}>
                  <code>{cookie.name}</code>{' '}
                  {cookie.days === 0 ? messages.session : duration(cookie.days, 'day', language)}
                </div>
              ))}
            </Term>
            {policy !== null && <Term name={messages.policy}>{policy}</Term>}
          </dl>
        </section>
      ))}
    </>
  );
}
