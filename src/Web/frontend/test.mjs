// The rule of a password in the browser is that of the server: PasswordRulesTests holds the same list against that one.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

const { outputFiles: [bundle] } = await build({ entryPoints: ['scripts/password-rule.ts'], bundle: true, format: 'esm', write: false });
const rule = await import(`data:text/javascript,${encodeURIComponent(bundle.text)}`);
const { about, shortest, longest, fewestSigns, easy, fine } = JSON.parse(await readFile(new URL('../../../tests/passwords.json', import.meta.url), 'utf8'));

assert.deepEqual([rule.shortest, rule.longest, rule.fewestSigns], [shortest, longest, fewestSigns]);
for (const password of easy) assert.equal(rule.isEasy(password, about), true, password);
for (const password of fine) assert.equal(rule.isEasy(password, about), false, password);
assert.equal(rule.signs('aabbcc'), 3);
console.log(`${easy.length + fine.length} passwords judged as the server does`);
