/** Fields of forms that say what somebody, or some program, may see: a role, and sites. */
import { ROLES, type Role, type Sites } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { ROLE_NAMES, ROLE_WORDS } from '../../model/staff-words.ts';
import { useViewer } from '../../state/viewer.ts';
import { t } from '../../words/words.ts';

export const roleOf = (form: FormData): Role =>
  ROLES.find((role) => role === form.get('role')) ?? 'merchandiser';

export const sitesOf = (form: FormData): Sites =>
  form.get('every') === 'yes' ? 'all' : form.getAll('site').map(String);

interface RoleFieldProps {
  readonly role: Role;
  readonly onChange: (role: Role) => void;
}

export const RoleField = ({ role, onChange }: RoleFieldProps) => (
  <fieldset class="options">
    <legend>{t('Role')}</legend>
    {ROLES.map((each) => (
      <label key={each}>
        <input
          type="radio"
          name="role"
          value={each}
          checked={each === role}
          onChange={() => onChange(each)}
        />
        <span>
          {t(ROLE_NAMES[each])} <small>{t(ROLE_WORDS[each])}</small>
        </span>
      </label>
    ))}
  </fieldset>
);

/** @param props.sites Those there are already; default: the site that one comes from. */
export function SitesField(props: { readonly sites?: Sites }) {
  const { sites, route } = useViewer();
  const given = props.sites ?? (route.site === null ? 'all' : [route.site]);
  const [every, setEvery] = useState(given === 'all');
  return (
    <fieldset class="options">
      <legend>{t('Sites')}</legend>
      <label>
        <input type="checkbox" name="every" value="yes" checked={every} onChange={() => setEvery(!every)} />
        <span>
          {t('Every site')} <small>{t('also those added later')}</small>
        </span>
      </label>
      {!every &&
        sites.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              name="site"
              value={id}
              defaultChecked={given !== 'all' && given.includes(id)}
            />
            <span>{name}</span>
          </label>
        ))}
    </fieldset>
  );
}
