import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The page is served under a policy that allows its own files and nothing inline: every asset stays a file of its own.
export default defineConfig({
  root: at('.'),
  base: './',
  publicDir: at('./public'),
  plugins: [react()],
  build: {
    outDir: at('../dist/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    license: { fileName: 'licences.md' },
  },
});
