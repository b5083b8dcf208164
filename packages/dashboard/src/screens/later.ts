/** All screens but the first, as one part: each alone would be smaller, and all of them together a tenth larger. */
export { AccountScreen } from './account/account.tsx';
export { Categories } from './categories/categories.tsx';
export { Consent } from './consent/consent.tsx';
export { Countries } from './countries.tsx';
export { Devices } from './devices.tsx';
export { Keys } from './keys/keys.tsx';
export { Layout } from './layout.tsx';
export { Pages } from './pages.tsx';
export { Paths } from './paths/paths.tsx';
export { People } from './people/people.tsx';
export { Privacy } from './privacy/privacy.tsx';
export { Sources } from './sources.tsx';
