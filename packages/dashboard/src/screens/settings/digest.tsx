/** The weekly digest: who gets it and when, one to see whether it arrives, and how the latest went. */
import {
  DIGEST_LANGUAGES,
  type DigestChange,
  type DigestReader,
  type DigestState,
  type SiteSummary,
} from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { getDigest, saveDigest, tryDigest } from '../../api/digest.ts';
import {
  deliveryWords,
  hourName,
  planWords,
  receiverName,
  triedWords,
  weekdayName,
} from '../../model/digest-words.ts';
import { languageName } from '../../model/names.ts';
import { type Answer, useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import { textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { Setting, SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { Sure } from '../../ui/sure.tsx';
import { ToCopy } from '../../ui/to-copy.tsx';
import { t } from '../../words/words.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function Digest({ site }: { readonly site: SiteSummary }) {
  const { api } = useViewer();
  const asked = useAnswer(`digest ${site.id}`, () => getDigest(api, site.id));
  return (
    <Panel
      title={t('Weekly digest')}
      note={t(
        'The last whole week and what to do next, by mail to those who read this site and to a program.',
      )}
    >
      <Ready of={asked} lines={6}>
        {(state) => <Digests site={site} state={state} asked={asked} />}
      </Ready>
    </Panel>
  );
}

interface DigestsProps {
  readonly site: SiteSummary;
  readonly state: DigestState;
  readonly asked: Pick<Answer<DigestState>, 'retry'>;
}

function Digests({ site, state, asked }: DigestsProps) {
  const { api } = useViewer();
  const [secret, setSecret] = useState<string | null>(null);
  const save = async (change: DigestChange): Promise<readonly string[]> => {
    const saved = await saveDigest(api, site.id, change);
    setSecret(saved.secret);
    asked.retry();
    return [planWords(saved.settings)];
  };
  const { settings, deliveries, readers } = state;
  return (
    <div class="to-mark-up">
      {!state.mail && (
        <p class="note">
          {t(
            'No mail can be sent yet: whoever runs the collector sets HOLLOWAY_SMTP_URL and HOLLOWAY_MAIL_FROM.',
          )}
        </p>
      )}
      <DigestForm state={state} onSave={save} />
      {secret !== null && (
        <div class="to-mark-up" role="status">
          <p>{t('Take it now: it cannot be shown again.')}</p>
          <ToCopy text={secret} action={t('Copy the secret')} />
        </div>
      )}
      <SettingForm
        action={t('Send a test now')}
        kind="plain"
        onSend={async () => triedWords(await tryDigest(api, site.id))}
      >
        {null}
      </SettingForm>
      {settings.webhook !== null && (
        <Sure
          // Asks anew once it is done.
          key={secret}
          action={t('Make another secret')}
          question={t('The one before no longer signs.')}
          onSure={async () => {
            await save({ newSecret: true });
          }}
        />
      )}
      {deliveries.length > 0 && (
        <section>
          <h3 class="eyebrow">{t('How the latest went')}</h3>
          <Rows label={t('How the latest went')}>
            {deliveries.map((delivery) => (
              <Row
                key={delivery.person ?? ''}
                title={receiverName(delivery.person, readers)}
                detail={deliveryWords(delivery)}
              />
            ))}
          </Rows>
        </section>
      )}
    </div>
  );
}

/** As it stands in the form. */
const changeIn = (form: FormData): DigestChange => {
  const webhook = textOf(form, 'webhook');
  return {
    on: form.get('on') === 'yes',
    weekday: Number(textOf(form, 'weekday')),
    hour: Number(textOf(form, 'hour')),
    language: DIGEST_LANGUAGES.find((language) => language === form.get('language')) ?? DIGEST_LANGUAGES[0],
    people: form.getAll('people').map(String),
    webhook: webhook === '' ? null : webhook,
  };
};

interface DigestFormProps {
  readonly state: DigestState;
  readonly onSave: (change: DigestChange) => Promise<readonly string[]>;
}

const DigestForm = ({ state: { settings, readers }, onSave }: DigestFormProps) => (
  <SettingForm action={t('Save')} onSend={(form) => onSave(changeIn(form))}>
    <div class="options">
      <label>
        <input type="checkbox" name="on" value="yes" defaultChecked={settings.on} />
        <span>{t('Send it every week')}</span>
      </label>
    </div>
    <div class="field-grid">
      <Choice
        label={t('Day of the week')}
        name="weekday"
        value={settings.weekday}
        of={WEEKDAYS.map((each) => [each, weekdayName(each)])}
      />
      <Choice
        label={t('Hour')}
        hint={t('In the time of the site.')}
        name="hour"
        value={settings.hour}
        of={HOURS.map((each) => [each, hourName(each)])}
      />
      <Choice
        label={t('Language')}
        name="language"
        value={settings.language}
        of={DIGEST_LANGUAGES.map((each) => [each, languageName(each)])}
      />
    </div>
    <People readers={readers} chosen={settings.people} />
    <TextSetting
      label={t('Webhook (optional)')}
      name="webhook"
      type="url"
      value={settings.webhook ?? ''}
      hint={t('An address that begins with https://. It gets the digest as JSON, signed with a secret.')}
    />
  </SettingForm>
);

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly value: string | number;
  readonly of: readonly (readonly [value: string | number, name: string])[];
}

const Choice = ({ value, of, ...setting }: ChoiceProps) => (
  <Setting {...setting}>
    {(attributes) => (
      <select {...attributes}>
        {of.map(([each, words]) => (
          <option key={each} value={each} selected={each === value}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Setting>
);

interface PeopleProps {
  readonly readers: readonly DigestReader[];
  readonly chosen: readonly string[];
}

const People = ({ readers, chosen }: PeopleProps) => (
  <fieldset class="options">
    <legend>{t('Who gets it by mail')}</legend>
    {readers.map(({ id, name, email }) => (
      <label key={id}>
        <input type="checkbox" name="people" value={id} defaultChecked={chosen.includes(id)} />
        <bdi>
          {name} {name !== email && <small>{email}</small>}
        </bdi>
      </label>
    ))}
    <small>{t('Those who may read this site and signed in before.')}</small>
  </fieldset>
);
