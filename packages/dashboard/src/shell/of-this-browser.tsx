/** Light or dark, the language, and the keyboard: what is of this browser and not of who is signed in. */
import { Appearance, type AppearanceProps } from './appearance.tsx';
import { Keyboard } from './keyboard.tsx';

export const OfThisBrowser = (props: AppearanceProps) => (
  <>
    <Appearance {...props} />
    <Keyboard />
  </>
);
