/** In the browser: takes over what a server has rendered, or renders it where none has. */
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app.tsx';
import { Shop } from './shop.tsx';

const root = document.querySelector('#root') ?? document.body;
const app = (
  <App>
    <BrowserRouter>
      <Shop />
    </BrowserRouter>
  </App>
);
if (root.hasChildNodes()) hydrateRoot(root, app);
else createRoot(root).render(app);
