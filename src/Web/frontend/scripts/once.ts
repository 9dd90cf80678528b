// A form that is on its way is not sent again by a second tap. Coming back with the browser's own button frees it, and so does time: a download
// leaves the page where it was.
const patience = 10_000;

function free(form: HTMLFormElement): void {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
}

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => free(form), patience);
  event.submitter?.setAttribute('aria-busy', 'true');
});

window.addEventListener('pageshow', () => {
  for (const form of document.forms) free(form);
});

export {};
