import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The letters of most texts. */
const LETTERS = /-latin-opsz-(?:normal|italic)-[\w-]+\.woff2$/;

/** Has the browser fetch what draws the page (`page.tsx`) and what it is set in with the first script, not once it has read that. */
const early = (): Plugin => ({
  name: 'early',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const link = (file: string, attrs: Readonly<Record<string, string>>) => ({
        tag: 'link',
        attrs: { ...attrs, crossorigin: true, href: `./${file}` },
        injectTo: 'head' as const,
      });
      return Object.values(bundle).flatMap((output) => {
        if (output.type === 'asset')
          return LETTERS.test(output.fileName) ? [link(output.fileName, { rel: 'preload', as: 'font' })] : [];
        if (output.name !== 'page') return [];
        return [output.fileName, ...output.imports].map((file) => link(file, { rel: 'modulepreload' }));
      });
    },
  },
});

// The page is served under a policy that allows its own files and nothing inline: every asset stays a file of its own.
export default defineConfig({
  root: at('.'),
  base: './',
  publicDir: at('./public'),
  plugins: [react(), early()],
  build: {
    outDir: at('../dist/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // All styles come with the page: what is drawn later must not wait for its own.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    target: 'es2023',
    license: { fileName: 'licences.md' },
  },
});
