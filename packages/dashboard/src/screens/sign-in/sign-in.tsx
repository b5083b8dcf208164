/** The way in: which of its forms is to be filled in, beside the picture. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../../api/client.ts';
import { getWays, type Ways } from '../../api/sign-in.ts';
import { useAnswer } from '../../state/answer.ts';
import type { Entry } from '../../state/entry.ts';
import type { Location } from '../../state/location.ts';
import { readRoute } from '../../state/route.ts';
import type { Session } from '../../state/session.ts';
import { LanguagePicker } from '../../ui/language-picker.tsx';
import { lazy } from '../../ui/lazy.tsx';
import { Skeleton } from '../../ui/states.tsx';
import '../../style/sign-in.css';
import { type InterfaceLanguage, msg, t } from '../../words/words.ts';
import { PasswordForm } from './password-form.tsx';
import { Scene } from './scene.tsx';

/** Most who come have a password, and need no more. */
const CodeForm = lazy(async () => (await import('./code-form.tsx')).CodeForm);
const SetPassword = lazy(async () => (await import('./set-password.tsx')).SetPassword);
const SetUp = lazy(async () => (await import('./set-up.tsx')).SetUp);

interface SignInProps {
  readonly api: Api;
  readonly session: Session;
  readonly location: Location;
  readonly entry: Entry | null;
  readonly onLanguage: (language: InterfaceLanguage) => void;
}

/** Of a collector that does not say: signing in will tell why. */
const USUAL: Ways = { firstRun: false, singleSignOn: null };

const NOT_LET_IN = msg(
  'The single sign-on did not let you in: your address was not invited here, or the provider has not verified it.',
);

export function SignIn({ api, session, location, entry, onLanguage }: SignInProps) {
  const { result } = useAnswer('ways', () => getWays(api));
  const ways = result.state === 'ready' ? result.value : USUAL;
  const state = session.current.value;
  const ended = state.state === 'signed-out' && state.reason === 'ended';
  const [note, setNote] = useState(
    entry?.kind === 'refused'
      ? t(NOT_LET_IN)
      : ended
        ? t('Your session has ended. Sign in to go on where you were.')
        : null,
  );
  const [asksForCode, setAsksForCode] = useState(false);
  const begin = (): void => location.replace(readRoute(''));
  const onIn = async (): Promise<void> => {
    if (entry !== null) begin();
    await session.start();
  };
  const again = (said: string | null): void => {
    setNote(said);
    setAsksForCode(false);
  };

  if (entry?.kind === 'set-password') {
    const onSet = async (): Promise<void> => {
      // Whoever else was signed in here is not who the link is for.
      if (state.state === 'signed-in') await session.signOut();
      setNote(t('Your password is set. Sign in with it.'));
      begin();
    };
    return (
      <Frame {...{ onLanguage }} title={t('Choose a password')}>
        <SetPassword api={api} token={entry.token} onSet={onSet} />
      </Frame>
    );
  }
  if (result.state === 'loading') {
    return (
      <Frame {...{ onLanguage }} title={t('Sign in')}>
        <Skeleton lines={4} />
      </Frame>
    );
  }
  if (ways.firstRun) {
    return (
      <Frame {...{ onLanguage }} title={t('Set up Holloway')}>
        <SetUp api={api} onIn={onIn} />
      </Frame>
    );
  }
  return (
    <Frame {...{ onLanguage }} title={t('Sign in')}>
      {note !== null && <p class="note">{note}</p>}
      {asksForCode ? (
        <CodeForm api={api} onIn={onIn} onAgain={again} />
      ) : (
        <PasswordForm
          api={api}
          singleSignOn={ways.singleSignOn}
          onIn={onIn}
          onCode={() => setAsksForCode(true)}
        />
      )}
    </Frame>
  );
}

interface FrameProps extends Pick<SignInProps, 'onLanguage'> {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Frame({ title, onLanguage, children }: FrameProps) {
  useEffect(() => {
    document.title = `${title} · Holloway`;
  }, [title]);
  return (
    <main class="sign-in">
      <Scene />
      <div class="sign-in-form">
        <h1>{title}</h1>
        {children}
        <LanguagePicker onChoose={onLanguage} />
      </div>
    </main>
  );
}
