// A menu is a <details>: it opens without script. With script it closes on Escape and when one goes on elsewhere.
const open = () => document.querySelectorAll<HTMLDetailsElement>('details.sk-menu[open]');

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
  }
});

for (const kind of ['pointerdown', 'focusin'] as const) {
  document.addEventListener(kind, (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
}

export {};
