/** Why there is no share of those who agreed, and what it takes to have one. */
import { useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { tx } from '../../words/parts.ts';
import { t, tn } from '../../words/words.ts';

export function RefusalsNotCounted() {
  const { site } = useView();
  return (
    <Panel title={t('Why there is no share')}>
      <div class="two-columns">
        <div class="words">
          <p>
            {t(
              'Whoever refuses is left alone: no request is made, so nobody can tell how many there are. What stands above are those who agreed. That is how Holloway comes, and what asks least of visitors.',
            )}
          </p>
          <p>
            {tx(
              'A store may decide to count that somebody refused. Set {code} in its policy and publish that:',
              { code: <code>"countsRefusals": true</code> },
            )}
          </p>
          <pre class="code">
            <code>holloway statement publish {site.id} policy.json</code>
          </pre>
        </div>
        <div class="words">
          <h3>{t('What it means for visitors')}</h3>
          <ul class="listed">
            <li>{t('It is a new statement that says so, and every visitor is asked again.')}</li>
            <li>
              {tn(
                site.k,
                'Who refuses sends one count, without an id and without anything of the visit. It shows here by day, device, country and statement.',
                'Who refuses sends one count, without an id and without anything of the visit. It shows here by day, device, country and statement, once {n} browsers stand behind it.',
              )}
            </li>
            <li>
              {t(
                'Nothing is stored to remember it, and browsers that object by Global Privacy Control send nothing.',
              )}
            </li>
          </ul>
          <p class="note">
            {t(
              'Whether that needs an agreement of its own where your visitors are is a question for your data protection officer. Refusals of the past cannot be counted.',
            )}
          </p>
        </div>
      </div>
    </Panel>
  );
}
