/** Keys for programs: which there are, made and revoked. */
import type { Key } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { getKeys, revokeKey } from '../../api/staff.ts';
import { formatDays, formatMoment } from '../../model/format.ts';
import { PERMISSION_NAMES, sitesWords } from '../../model/staff-words.ts';
import { useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import '../../style/staff.css';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { Message } from '../../ui/states.tsx';
import { Sure } from '../../ui/sure.tsx';
import { t } from '../../words/words.ts';
import { AddKey } from './add-key.tsx';

export function Keys() {
  const { api } = useViewer();
  const asked = useAnswer('keys', () => getKeys(api));
  const [adds, setAdds] = useState(false);
  return (
    <Panel
      class="narrow"
      title={t('Keys for programs')}
      note={t(
        'A key changes nothing but by adding counts. It is kept as a hash, and of its use the day alone.',
      )}
      controls={
        <button type="button" class="button" onClick={() => setAdds(true)}>
          {t('Make a key')}
        </button>
      }
    >
      <Ready of={asked}>{(keys) => <KeyRows keys={keys} onChange={asked.retry} />}</Ready>
      {adds && <AddKey onClose={() => setAdds(false)} onChange={asked.retry} />}
    </Panel>
  );
}

interface KeyRowsProps {
  readonly keys: readonly Key[];
  readonly onChange: () => void;
}

function KeyRows({ keys, onChange }: KeyRowsProps) {
  const { api, sites } = useViewer();
  if (keys.length === 0) {
    return (
      <Message title={t('There is no key yet')}>
        <p>{t('Programs need one to read reports, to bring history in, or to watch the collector.')}</p>
      </Message>
    );
  }
  const words = ({ permissions, sites: theirs, start, expires, lastUsed }: Key): string =>
    [
      `${permissions.map((each) => t(PERMISSION_NAMES[each])).join(', ')}: ${sitesWords(theirs, sites)}`,
      `${start}…`,
      expires === null ? t('does not expire') : t('until {time}', { time: formatMoment(expires) }),
      lastUsed === null ? t('never used') : t('last used {day}', { day: formatDays(lastUsed, lastUsed) }),
    ].join(' · ');
  return (
    <Rows label={t('Keys')}>
      {keys.map((key) => (
        <Row key={key.id} title={key.name} detail={words(key)}>
          <Sure
            action={t('Revoke')}
            question={t('Programs that use it are refused from now on.')}
            onSure={async () => {
              await revokeKey(api, key);
              onChange();
            }}
          />
        </Row>
      ))}
    </Rows>
  );
}
