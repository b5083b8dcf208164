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
  missing: 'There is no collector at this address.',
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
        <Scene />
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

/** The lane at a larger scale: hills, banks, and the path between them. */
const Scene = () => (
  <svg class="scene" viewBox="0 0 800 600" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
    <path class="scene-far" d="M0 170C140 90 250 120 400 150S660 60 800 130V600H0z" />
    <path
      class="scene-path"
      d="M418 170c-34 60 46 92 26 168S330 470 300 600h260c0-120-70-160-54-262 10-66-66-92-88-168z"
    />
    <path class="scene-near" d="M0 250c170-10 330-30 418-80-30 60 40 96 20 168S300 470 300 600H0z" />
    <path
      class="scene-bank"
      d="M800 270c-150-10-300-40-382-100 22 76 98 102 88 168-16 102 54 142 54 262h240z"
    />
  </svg>
);
