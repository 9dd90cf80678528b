// A password can be looked at while it is typed (WCAG 3.3.8, ASVS 2.1.12). Without script the field is as it was.
for (const field of document.querySelectorAll<HTMLInputElement>('input[type=password]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sk-reveal';
  button.setAttribute('aria-controls', field.id);
  const show = (visible: boolean) => {
    field.type = visible ? 'text' : 'password';
    button.textContent = visible ? 'Verberg' : 'Toon';
    button.setAttribute('aria-label', visible ? 'Verberg het wachtwoord' : 'Toon het wachtwoord');
    button.setAttribute('aria-pressed', String(visible));
  };
  show(false);
  button.addEventListener('click', () => {
    show(field.type === 'password');
    field.focus();
  });
  // What was looked at is not what the browser remembers as a text.
  field.form?.addEventListener('submit', () => show(false));
  field.after(button);
}

export {};
