/** The shop with Holloway around it; the router comes from outside, since a server has another than a browser. */
import { type ReactNode, StrictMode } from 'react';
import { HollowayProvider } from './holloway.tsx';

const OPTIONS = {
  site: import.meta.env.VITE_SITE ?? 'my-shop',
  collector: import.meta.env.VITE_COLLECTOR ?? 'http://127.0.0.1:8787',
};

export const App = ({ children }: { readonly children: ReactNode }) => (
  <StrictMode>
    <HollowayProvider {...OPTIONS}>{children}</HollowayProvider>
  </StrictMode>
);
