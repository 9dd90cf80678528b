// Beside a password that is chosen: how far it is from what we accept, and then from comfortable (ASVS 2.1.8). The server decides; without script the hint says the rule.
import { comfortable, fewestSigns, isEasy, longest, shortest, signs } from './password-rule';

// After a pause, so that a screen reader does not count along with every key.
const pause = 500;

for (const field of document.querySelectorAll<HTMLInputElement>('input[autocomplete=new-password]')) {
  const block = document.createElement('div');
  block.className = 'sk-strength';
  block.hidden = true;
  const meter = document.createElement('meter');
  meter.min = 0;
  meter.max = comfortable;
  meter.low = shortest;
  meter.high = comfortable - 0.5;
  meter.optimum = comfortable;
  meter.setAttribute('aria-label', 'Hoe sterk het wachtwoord is');
  const words = document.createElement('p');
  words.className = 'sk-small';
  words.id = `${field.id}-sterkte`;
  words.setAttribute('role', 'status');
  block.append(meter, words);
  (field.closest('.sk-field') ?? field.parentElement)?.append(block);
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${words.id}`.trim());

  let waiting = 0;
  field.addEventListener('input', () => {
    const { value, text } = judge(field.value, about(field));
    block.hidden = field.value === '';
    meter.value = value;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      words.textContent = text;
    }, pause);
  });
}

// Who chooses: as the page knows them, or as they fill it in just above.
function about(field: HTMLInputElement): string {
  const typed = field.form?.querySelectorAll<HTMLInputElement>('input[autocomplete=name], input[type=email]') ?? [];
  return [field.dataset.about ?? '', ...[...typed].map((one) => one.value)].join(' ');
}

function judge(password: string, about: string): { value: number; text: string } {
  const length = password.length;
  if (length === 0) return { value: 0, text: '' };
  if (length < shortest) return { value: length, text: `Nog ${left(shortest - length)} nodig.` };
  // As good as too short.
  const refused = shortest - 1;
  if (length > longest) return { value: refused, text: `Te lang: een wachtwoord heeft ten hoogste ${longest} tekens.` };
  if (signs(password) < fewestSigns) return { value: refused, text: `Gebruik ten minste ${fewestSigns} verschillende tekens.` };
  if (isEasy(password, about)) return { value: refused, text: 'Makkelijk te raden. Neem drie of vier gewone woorden die niets met elkaar of met u te maken hebben.' };
  if (length < comfortable) return { value: length, text: `Lang genoeg. Met nog ${left(comfortable - length)} is het sterker.` };
  return { value: comfortable, text: 'Sterk: lang, en niet makkelijk te raden.' };
}

function left(count: number): string {
  return count === 1 ? '1 teken' : `${count} tekens`;
}
