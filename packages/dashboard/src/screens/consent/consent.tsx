/** What visitors were asked, how many agreed, and what can be shown of it to others. */
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';
import { useMay } from '../../state/viewer.ts';
import { Message, Skeleton } from '../../ui/states.tsx';
import '../../style/consent.css';
import { t } from '../../words/words.ts';
import { Agreement } from './agreement.tsx';
import { ForTheRecord } from './for-the-record.tsx';
import { PreferencesLink } from './preferences-link.tsx';
import { RefusalsNotCounted } from './refusals.tsx';
import { Statements } from './statements.tsx';

export function Consent() {
  const { site } = useView();
  if (site.kind !== 'archive') return <LiveConsent />;
  return (
    <Message title={t('An archive asks nobody')}>
      <p>{t('An imported history tells what was seen, not what its visitors chose.')}</p>
    </Message>
  );
}

function LiveConsent() {
  const { api, site } = useView();
  const list = useAnswer(site.id, () => api.getStatements(site.id));
  const published = list.result.state === 'ready' ? list.result.value : null;
  const current = published?.current;
  const asked = useAnswer(`${site.id} ${current}`, async () =>
    current === undefined ? null : api.getStatement(site.id, current),
  );
  const statement = asked.result.state === 'ready' ? asked.result.value?.statement : undefined;
  return (
    <>
      <Agreement
        countsRefusals={statement?.countsRefusals ?? null}
        statements={published?.statements.map(({ id }) => id) ?? []}
      />
      {asked.result.state === 'loading' ? (
        <Skeleton lines={3} />
      ) : (
        statement?.countsRefusals === false && <RefusalsNotCounted />
      )}
      <Statements list={list} />
      {useMay('privacy') && <ForTheRecord />}
      {useMay('read') && <PreferencesLink />}
    </>
  );
}
