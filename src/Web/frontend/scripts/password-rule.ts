// What the server refuses as a password, but for a list of leaked ones (Access/SignIn/PasswordRules.cs, where it is decided). Kept the same by tests/passwords.json, which both are held against.
export const shortest = 12;
export const longest = 128;
export const fewestSigns = 5;

// NIST SP 800-63B-4 asks fifteen of a password that stands alone.
export const comfortable = 16;

const fewestDifferentThirds = 3;
const third = 3;
const shortestName = 4;
const run = 4;

const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'azertyuiopqsdfghjklmwxcvbn', '01234567890123456789', '09876543210987654321'];
const common = ['wachtwoord', 'password', 'welkom', 'welcome', 'geheim', 'samenkracht', 'gemeente', 'wijkteam', 'letmein', 'iloveyou'];

/** Whether it is easy to guess, for who knows this about its owner. */
export function isEasy(password: string, about: string): boolean {
  let left = password.toLowerCase();
  const names = wordsOf(about).filter((word) => word.length >= shortestName);
  for (const word of [...common, ...names].sort((one, other) => other.length - one.length)) left = left.replaceAll(word, '');
  for (const row of rows) left = withoutRuns(left, row);
  const thirds = new Set(Array.from({ length: Math.max(0, left.length - third + 1) }, (_, at) => left.slice(at, at + third)));
  return thirds.size < Math.max(fewestDifferentThirds, Math.floor(password.length / third));
}

export function signs(password: string): number {
  return new Set(password.split('')).size;
}

function wordsOf(text: string): string[] {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().split(/[^\p{L}\p{Nd}]+/u).filter((word) => word.length > 0);
}

// Four keys in a row are one.
function withoutRuns(text: string, row: string): string {
  for (let at = 0; at + run <= text.length;) {
    if (!row.includes(text.slice(at, at + run))) at++;
    else {
      let length = run;
      while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length++;
      text = text.slice(0, at) + text.slice(at + length);
    }
  }
  return text;
}
