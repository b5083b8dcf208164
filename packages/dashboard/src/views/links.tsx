/** The links that show a view of this site to whoever has them: made, listed and revoked. */
import type { Share } from '@holloway/protocol';
import { getShares, revokeShare } from '../api/workspace.ts';
import { linkWords } from '../model/link-words.ts';
import { useAnswer } from '../state/answer.ts';
import { SHARED_SCREENS } from '../state/shared-route.ts';
import { useView } from '../state/view.ts';
import { useMay } from '../state/viewer.ts';
import { Ready } from '../ui/ready.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Sure } from '../ui/sure.tsx';
import { t } from '../words/words.ts';
import { MakeLink } from './make-link.tsx';

export function Links() {
  const { api, site, route } = useView();
  const [mayRead, mayAudit] = [useMay('read'), useMay('privacy')];
  const asked = useAnswer(`shares ${site.id} ${mayRead || mayAudit}`, async () =>
    mayRead || mayAudit ? getShares(api, site.id) : [],
  );
  return (
    <>
      {!mayRead && (
        <p class="why">
          {t(
            'Links are made by those who read the reports of this site, and your role does not. An owner decides that.',
          )}
        </p>
      )}
      {mayRead &&
        (SHARED_SCREENS.includes(route.screen) ? (
          <MakeLink onMade={asked.retry} />
        ) : (
          <p class="why">{t('This screen cannot be shared: a link shows reports, and nothing else.')}</p>
        ))}
      <Ready of={asked} lines={3}>
        {(shares) => <LinkRows shares={shares} onChange={asked.retry} />}
      </Ready>
    </>
  );
}

interface LinkRowsProps {
  readonly shares: readonly Share[];
  readonly onChange: () => void;
}

function LinkRows({ shares, onChange }: LinkRowsProps) {
  const { api, site } = useView();
  const isOwner = useMay('people');
  if (shares.length === 0) return <p class="note">{t('No link to this site works at the moment.')}</p>;
  return (
    <Rows label={t('Links that work')}>
      {shares.map((share) => (
        <Row key={share.id} title={share.name} detail={linkWords(share)}>
          {share.own || isOwner ? (
            <Sure
              action={t('Revoke')}
              question={t('Whoever has this link sees nothing by it from now on.')}
              onSure={async () => {
                await revokeShare(api, site.id, share.id);
                onChange();
              }}
            />
          ) : (
            <p class="note">{t('Its maker or an owner may revoke it.')}</p>
          )}
        </Row>
      ))}
    </Rows>
  );
}
