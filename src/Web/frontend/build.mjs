// Bundles styles and scripts to ../wwwroot, which git ignores: what is served is always what is written here.
import { rm, readFile, copyFile, mkdir } from 'node:fs/promises';
import { context } from 'esbuild';

const target = new URL('../wwwroot/', import.meta.url).pathname;

// The Utrecht library is 400 kB; these are the components that our tags use.
const components = [
  'alert', 'button', 'form-field', 'form-field-description', 'form-field-error-message', 'form-label', 'select', 'table', 'textarea', 'textbox',
];
const used = new RegExp(`\\.utrecht-(${components.join('|')})(--|__|[\\s.,:{>[])`);

/** The top-level rules of a stylesheet. */
function* rules(css) {
  let depth = 0;
  let start = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{') depth++;
    if (css[at] === '}' && --depth === 0) {
      yield css.slice(start, at + 1);
      start = at + 1;
    }
  }
}

const onlyUsed = {
  name: 'only-used-components',
  setup(build) {
    build.onLoad({ filter: /@utrecht\/component-library-css\/dist\/index\.css$/ }, async ({ path }) => {
      const css = (await readFile(path, 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '').replace(/@charset[^;]*;/, '');
      const kept = [...rules(css)].filter((rule) => used.test(rule) && !rule.includes('.utrecht-rich-text'));
      return { contents: `/*! @utrecht/component-library-css, EUPL-1.2 */\n${kept.join('\n')}`, loader: 'css' };
    });
  },
};

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await copyFile('logo.svg', `${target}logo.svg`);

const build = await context({
  entryPoints: [{ in: 'app.ts', out: 'app' }, { in: 'styles/app.css', out: 'app' }],
  outdir: target,
  bundle: true,
  format: 'esm',
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  minify: true,
  sourcemap: 'linked',
  legalComments: 'inline',
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]-[hash]',
  publicPath: '/',
  plugins: [onlyUsed],
  logLevel: 'info',
});

if (process.argv.includes('--watch')) {
  await build.watch();
} else {
  await build.rebuild();
  await build.dispose();
}
