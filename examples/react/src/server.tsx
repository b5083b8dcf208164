/** On a server: the markup of a page, by its path. Needs no window, starts nothing and asks nobody. */
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { App } from './app.tsx';
import { Shop } from './shop.tsx';

export const render = async (path: string): Promise<string> =>
  renderToString(
    <App>
      <StaticRouter location={path}>
        <Shop />
      </StaticRouter>
    </App>,
  );
