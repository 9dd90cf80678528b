// A passkey needs the browser: it shows its form, asks the server for a question, lets the device answer it, and sends the form. Without script, or without
// passkeys in the browser, the password and the code are there.
type Kind = 'create' | 'get';

interface Questions {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

const questions = (window.PublicKeyCredential ?? {}) as unknown as Partial<Questions>;

async function answer(kind: Kind, form: HTMLFormElement): Promise<Credential | null> {
  const response = await fetch(form.dataset.options!, { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  const options: unknown = await response.json();
  return kind === 'create'
    ? navigator.credentials.create({ publicKey: questions.parseCreationOptionsFromJSON!(options) })
    : navigator.credentials.get({ publicKey: questions.parseRequestOptionsFromJSON!(options) });
}

async function send(kind: Kind, form: HTMLFormElement): Promise<void> {
  const told = form.querySelector<HTMLElement>('[data-passkey-told]')!;
  told.textContent = '';
  try {
    const credential = await answer(kind, form);
    if (!credential) return;
    form.querySelector<HTMLInputElement>('input[name=Credential]')!.value = JSON.stringify(credential);
    form.submit();
  } catch {
    told.textContent = 'Dit is niet gelukt of afgebroken. Probeer het nog eens.';
  }
}

if (questions.parseCreationOptionsFromJSON && questions.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false;
    for (const shown of form.querySelectorAll<HTMLElement>('[data-passkey-with]')) shown.hidden = false;
    for (const gone of form.querySelectorAll<HTMLElement>('[data-passkey-without]')) gone.hidden = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form.dataset.passkey as Kind, form);
    });
  }
}

export {};
