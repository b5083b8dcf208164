/** The server's half is one file that needs nothing installed beside it. */
import { defineConfig } from 'vite';

export default defineConfig({
  server: { host: '127.0.0.1', port: 8789, strictPort: true },
  ssr: { noExternal: true },
});
