/** The authenticator app beside the password: set up, replaced backup codes, turned off. */
import { useState } from 'preact/hooks';
import { type AppSetUp, beginApp, dropApp, makeBackupCodes } from '../../api/own-account.ts';
import { verifyCode } from '../../api/sign-in.ts';
import { useViewer } from '../../state/viewer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CodeField, Field } from '../../ui/field.tsx';
import { Form, secretOf, textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ToCopy } from '../../ui/to-copy.tsx';
import { type Msg, msg, t } from '../../words/words.ts';
import { QrCode } from './qr-code.tsx';

type Task = 'set-up' | 'codes' | 'off';

const TITLES: { readonly [task in Task]: Msg } = {
  'set-up': msg('Set up an authenticator app'),
  codes: msg('New backup codes'),
  off: msg('Do without the app'),
};

const BEGINNINGS: { readonly [task in Task]: Msg } = {
  'set-up': msg('A code of the app is then asked for beside your password.'),
  codes: msg('Those you have will no longer work.'),
  off: msg('Your password alone will then let you in.'),
};

export function AuthenticatorApp() {
  const { account } = useViewer();
  const [task, setTask] = useState<Task | null>(null);
  const button = (of: Task, name: string) => (
    <button type="button" class="button" onClick={() => setTask(of)}>
      {name}
    </button>
  );
  return (
    <Panel
      title={t('Authenticator app')}
      note={
        account.secondFactor
          ? t(
              'On: a code is asked for beside your password. Without the device, a backup code lets you in, once each.',
            )
          : t('Off. With it, a password that somebody learned does not let them in.')
      }
    >
      <div class="form-foot">
        {account.secondFactor ? (
          <>
            {button('codes', t('New backup codes'))}
            {button('off', t('Turn off'))}
          </>
        ) : (
          button('set-up', t('Set up'))
        )}
      </div>
      {task !== null && <AppDialog task={task} onClose={() => setTask(null)} />}
    </Panel>
  );
}

function AppDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const { api, session } = useViewer();
  const [begun, setBegun] = useState<AppSetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = async (form: FormData): Promise<void> => {
    const password = secretOf(form, 'password');
    if (task === 'set-up') setBegun(await beginApp(api, password));
    if (task === 'codes') setCodes(await makeBackupCodes(api, password));
    if (task !== 'off') return;
    await dropApp(api, password);
    await session.start();
    onClose();
  };
  return (
    <Dialog title={t(TITLES[task])} onClose={onClose}>
      {codes !== null ? (
        <BackupCodes codes={codes} onKept={onClose} />
      ) : begun !== null ? (
        <>
          <Scan uri={begun.totpURI} />
          <Form
            action={t('Turn on')}
            onSend={async (form) => {
              await verifyCode(api, 'totp', textOf(form, 'code'));
              await session.start();
              setCodes(begun.backupCodes);
            }}
          >
            <CodeField />
          </Form>
        </>
      ) : (
        <Form action={t('Go on')} onSend={begin}>
          <p>{t(BEGINNINGS[task])}</p>
          <Field label={t('Password')} name="password" type="password" autocomplete="current-password" />
        </Form>
      )}
    </Dialog>
  );
}

function Scan({ uri }: { readonly uri: string }) {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <>
      <p>{t('Scan this with the app, or type the key into it. Then enter the code that it shows.')}</p>
      <QrCode text={uri} label={t('The key, to be scanned')} />
      <ToCopy text={secret.replace(/(.{4})(?=.)/g, '$1 ')} action={t('Copy the key')} />
    </>
  );
}

interface BackupCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

const BackupCodes = ({ codes, onKept }: BackupCodesProps) => (
  <>
    <p>
      {t(
        'Each of these lets you in once, in place of the app. Keep them where the device is not; they are not shown again.',
      )}
    </p>
    <ToCopy text={codes.join('\n')} action={t('Copy the codes')} />
    <button type="button" class="button primary" onClick={onKept}>
      {t('I have kept them')}
    </button>
  </>
);
