import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The server to develop against: `./dure up` in another terminal. */
const server = process.env.DURE_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  build: {
    // The Content-Security-Policy allows no data: font or script, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    target: 'es2023',
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/api': server } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/shared/testing.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 20_000,
  },
});
