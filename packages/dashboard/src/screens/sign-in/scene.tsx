/** What Holloway is, beside the form. */
import { Logo } from '../../ui/logo.tsx';
import { t } from '../../words/words.ts';

export const Scene = () => (
  <div class="sign-in-words">
    <p class="wordmark">
      <Logo /> Holloway
    </p>
    <p class="sign-in-claim">{t('Everyone can see the path. Nobody can say whose feet they were.')}</p>
    <Hills />
  </div>
);

/** The lane at a larger scale: hills, banks, and the path between them. */
const Hills = () => (
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
