/** Sign-in. What is typed stays in the form until it is sent. */
import { useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { Logo } from '../ui/logo.tsx';

interface SignInProps {
  /** The session ended while numbers were on screen. */
  readonly ended: boolean;
  readonly signIn: (email: string, password: string) => Promise<void>;
}

const WORDS: { readonly [kind in ApiError['kind']]: string } = {
  'signed-out': 'This email and password do not belong together.',
  unreachable: 'The collector cannot be reached. Check that it is running.',
  refused: 'The collector refused to answer. Wait a minute and try again.',
};

export function SignIn({ ended, signIn }: SignInProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(email.current?.value ?? '', password.current?.value ?? '');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(WORDS[error.kind]);
      setBusy(false);
      password.current?.select();
    }
  };
  return (
    <main class="sign-in">
      <div class="sign-in-words">
        <p class="wordmark">
          <Logo /> Holloway
        </p>
        <p class="sign-in-claim">Everyone can see the path. Nobody can say whose feet they were.</p>
      </div>
      <form
        class="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1>Sign in</h1>
        {ended && <p class="note">Your session has ended. Sign in to go on where you were.</p>}
        <label>
          Email
          <input ref={email} type="email" name="email" autocomplete="username" required />
        </label>
        <label>
          Password
          <input ref={password} type="password" name="password" autocomplete="current-password" required />
        </label>
        <p class="problem" role="alert">
          {problem}
        </p>
        <button type="submit" class="button primary" disabled={busy}>
          {busy ? 'Signing in' : 'Sign in'}
        </button>
      </form>
    </main>
  );
}
