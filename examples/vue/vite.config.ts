/** The server's half is one file that needs nothing installed beside it. */
import { defineConfig } from 'vite';

export default defineConfig({
  server: { host: '127.0.0.1', port: 8790, strictPort: true },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  },
  ssr: { noExternal: true },
});
